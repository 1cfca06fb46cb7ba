import { expect } from '@playwright/test';
import { test } from './fleetTest';

/** What waits for a poll: an interval of half a minute, and on a slow machine as much again for the answer and the screen. */
const withinPolls = { timeout: 120_000 };

test('the portal opens on the fleet, with every cluster of it', async ({
  page,
}) => {
  await page.goto('/');

  await expect(page).toHaveURL(/\/fleet\/overview/);
  await expect(page.getByRole('link', { name: /^10 clusters/ })).toBeVisible();
  await expect(
    page.getByRole('heading', { name: /^Needs attention/ }),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'Clusters' }).click();
  const table = page.getByRole('table', { name: 'Clusters' });
  await expect(table.getByText('hub', { exact: true }).first()).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(11);
});

test('filters live in the URL and in every link', async ({ page }) => {
  await page.goto('/fleet/applications?environment=staging&text=checkout');

  const rows = page
    .getByRole('table', { name: 'Applications' })
    .getByRole('row');
  await expect(rows).toHaveCount(4);
  for (const row of (await rows.all()).slice(1)) {
    await expect(row).toContainText('checkout');
    await expect(row).toContainText('staging-');
  }

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page).not.toHaveURL(/environment/);
});

test('a count leads to what it counts, also where its target is not known', async ({
  page,
}) => {
  const rows = page
    .getByRole('table', { name: 'Applications' })
    .getByRole('row');
  await page.goto('/fleet/clusters?text=hub');
  await page
    .getByRole('link', { name: '1 applications on hub failing' })
    .click();
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('target not known');

  await page.goto('/fleet/overview');
  await page
    .getByRole('row', { name: /no environment/ })
    .getByRole('link', { name: '1 applications failing' })
    .click();
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText('target not known');
});

test('suspend and resume show without a reload', async ({ page }) => {
  test.slow();
  await page.goto(
    '/fleet/applications?environment=development&engine=flux&text=checkout',
  );
  await page
    .getByRole('button', { name: /^Open checkout/ })
    .first()
    .click();
  const drawer = page.getByRole('dialog', { name: 'checkout' });

  for (const [action, state] of [
    ['Suspend', 'suspended'],
    ['Resume', 'healthy'],
  ]) {
    await drawer.getByRole('button', { name: `${action}…` }).click();
    await page
      .getByRole('dialog', { name: `${action} checkout?` })
      .getByRole('button', { name: action })
      .click();
    await expect(drawer.getByText(state).first()).toBeVisible(withinPolls);
  }
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

// Not the spoke that the demo's own scenario silences.
test('a silent spoke is shown as unreachable with its last state, and returns', async ({
  page,
  control,
}) => {
  test.slow();
  await page.goto('/fleet/clusters?text=staging-ap-south-1');
  const row = page
    .getByRole('table', { name: 'Clusters' })
    .getByRole('row')
    .filter({ hasText: 'staging-ap-south-1' });
  await expect(row).toContainText('healthy');

  await control.silence('staging-ap-south-1');
  await expect(row).toContainText('unreachable', withinPolls);
  await expect(row).toContainText('v1.35');

  await control.mend('staging-ap-south-1');
  await expect(row).not.toContainText('unreachable', withinPolls);
});

test('a component shows where it runs, a cluster what is on it', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/checkout/fleet');
  await expect(page.getByRole('heading', { name: /production/ })).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: 'Workloads' })
      .getByText('checkout')
      .first(),
  ).toBeVisible();

  await page.goto('/catalog/default/resource/prod-us-east-1/cluster');
  await page.getByRole('tab', { name: 'Doctor' }).click();
  await expect(
    page.getByText('All that is installed can be read'),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Show all/ }).click();
  await expect(
    page.getByRole('table', { name: 'Findings of the doctor' }),
  ).toBeVisible();
});

test('the keyboard reaches a row, its drawer and the way back', async ({
  page,
}) => {
  await page.goto('/fleet/applications?text=checkout');
  const open = page.getByRole('button', { name: /^Open checkout/ }).first();
  await open.focus();
  await page.keyboard.press('Enter');

  const drawer = page.getByRole('dialog', { name: 'checkout' });
  await expect(drawer).toBeVisible();
  await expect(page).toHaveURL(/application=/);
  await page.keyboard.press('Tab');
  await expect(drawer.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('a silent hub is said to make stale what it steers, and no more', async ({
  page,
  control,
}) => {
  test.slow();
  await page.goto('/fleet/overview');
  await expect(page.getByRole('link', { name: /^10 clusters/ })).toBeVisible();
  const notice = page.getByText('Hub does not answer: hub');

  await control.silence('hub');
  await expect(notice).toBeVisible(withinPolls);

  await control.mend('hub');
  await expect(notice).toBeHidden(withinPolls);
});

test('a workload opens to its pods, and its YAML is one click away', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/checkout/fleet');
  const workloads = page.getByRole('table', { name: 'Workloads' });
  await workloads.getByRole('button').first().click();

  await expect(page.getByRole('table', { name: 'Pods' })).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('apiVersion:').first()).toBeVisible();
});
