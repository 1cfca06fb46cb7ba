import { expect } from '@playwright/test';
import { test } from './fleetTest';
import { reconcile } from './reconcile';

/** What waits for a poll, and for the engine, which looks at each interval, to take something back. */
const withinPolls = { timeout: 400_000 };

test('a hand edit is told with its client, is undone, and comes back as the same', async ({
  page,
  control,
}) => {
  test.setTimeout(1_200_000);
  await reconcile(page, 'search', 'prod-us-east-1');
  await page.goto('/catalog/default/component/search/drift');
  await expect(page.getByRole('tab', { name: 'Worst first' })).toBeVisible();

  await control.play('edit-by-hand');
  const row = page
    .getByRole('table', { name: 'Drift' })
    .getByRole('row')
    .filter({ hasText: '.spec.replicas' });
  for (const words of [
    'kubectl-edit',
    'prod-us-east-1',
    'Flux will undo it when it reconciles next',
  ]) {
    await expect(row).toContainText(words, withinPolls);
  }
  await row.getByRole('button', { name: /^Open search/ }).click();
  const drawer = page.getByRole('dialog', { name: 'search' });
  await expect(drawer).toContainText(
    /\.spec\.replicas .* was changed from 3 to 5 by kubectl-edit/,
  );
  await expect(
    drawer.getByRole('button', { name: 'Reconcile…' }),
  ).toBeVisible();
  await drawer.getByRole('button', { name: 'Show live diff' }).click();
  await expect(
    drawer.getByRole('list', { name: 'Fields that differ' }),
  ).toContainText(/\.spec\.replicas.*3 → .*5by kubectl-edit/);

  await expect(drawer.getByText('It is over')).toBeVisible(withinPolls);
  await page.keyboard.press('Escape');
  await expect(
    page
      .getByRole('table', { name: 'Earlier' })
      .getByRole('row')
      .filter({ hasText: '.spec.replicas' }),
  ).toContainText('ended');
  await page.getByRole('button', { name: 'Ended' }).click();
  await expect(row).toContainText('ended');

  await control.play('edit-by-hand');
  await page.getByRole('button', { name: 'Ended' }).click();
  await expect(row).toContainText(/\d(nd|rd|th) time/, withinPolls);
});

test('a limit that was removed by hand is told with its old value, and its client as unknown', async ({
  page,
  control,
}) => {
  await reconcile(page, 'indexer', 'prod-us-east-1');
  await page.goto('/catalog/default/component/indexer/drift');
  await expect(page.getByRole('tab', { name: 'Worst first' })).toBeVisible();

  await control.play('remove-memory-limit');
  const row = page
    .getByRole('table', { name: 'Drift' })
    .getByRole('row')
    .filter({ hasText: 'limits' });
  for (const words of ['128Mi', 'a client unknown', 'prod-us-east-1']) {
    await expect(row).toContainText(words, withinPolls);
  }
  await row.getByRole('button', { name: /^Open indexer/ }).click();
  await expect(page.getByRole('dialog', { name: 'indexer' })).toContainText(
    /limits.* was removed; which client did it cannot be known/,
  );
});

test('a release that is suspended with values ahead reads as frozen and behind', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/monitoring/drift');

  const rows = page
    .getByRole('table', { name: 'Drift' })
    .getByRole('row')
    .filter({ hasText: 'prod-us-east-1' });
  for (const words of ['nobody corrects', 'behind Git']) {
    await expect(rows.filter({ hasText: words })).toBeVisible();
  }
});

test('a cluster and a System tell what differs in them', async ({ page }) => {
  await page.goto('/catalog/default/resource/prod-us-east-1/cluster');
  const section = page.getByRole('region', { name: 'Drift' });
  await expect(section.getByText('monitoring').first()).toBeVisible();
  await section.getByRole('link', { name: /blind spot/ }).click();
  await expect(page.getByRole('table', { name: 'Blind spots' })).toContainText(
    'It is suspended',
  );

  await page.goto('/catalog/default/system/billing/drift');
  const table = page.getByRole('table', { name: 'Drift' });
  for (const component of ['checkout', 'ledger']) {
    await expect(
      table.getByRole('link', { name: component }).first(),
    ).toBeVisible();
  }
});

test('the Drift page answers what differs in production, worst first, and whose it is', async ({
  page,
}) => {
  await page.goto('/fleet/overview');
  await page.getByRole('tab', { name: 'Drift' }).click();

  const rows = page.getByRole('table', { name: 'Drift' }).getByRole('row');
  const worst = rows.nth(1);
  await expect(worst).toContainText(/critical|high/);
  await expect(worst).toContainText('production');
  await expect(worst.getByRole('link', { name: 'Payments' })).toBeVisible();
});

test('a drift is muted with a reason by one person, and hidden until asked for', async ({
  page,
}) => {
  await page.goto('/fleet/drift?kind=frozen&environment=production');
  const open = page.getByRole('button', { name: /^Open monitoring/ });
  await open.click();
  await page.getByRole('button', { name: 'Mute…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mute this drift/ });
  await expect(dialog.getByRole('button', { name: 'Mute' })).toBeDisabled();
  await dialog.getByLabel('Why').fill('upgrade under way');
  await dialog.getByLabel('For how long').selectOption('1 hour');
  await dialog.getByRole('button', { name: 'Mute' }).click();

  await expect(page.getByText('Muted: upgrade under way')).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(open).toBeHidden();
  await page.getByRole('button', { name: 'Muted', exact: true }).click();
  await expect(open).toBeVisible();
});
