import { expect } from '@playwright/test';
import { test } from './fleetTest';

/** What waits for a poll, and for the engine to take something back. */
const withinPolls = { timeout: 180_000 };

test('a hand edit is told with its client, is undone, and comes back as the same', async ({
  page,
  control,
}) => {
  test.slow();
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
  await page.getByRole('button', { name: 'Ended' }).click();
  await expect(row).toContainText('ended');

  await control.play('edit-by-hand');
  await page.getByRole('button', { name: 'Ended' }).click();
  await expect(row).toContainText(/\d(nd|rd|th) time/, withinPolls);
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
