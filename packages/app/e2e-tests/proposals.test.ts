import { expect } from '@playwright/test';
import { test } from './fleetTest';
import { GitHostPage } from './GitHostPage';
import { reconcile } from './reconcile';
import { TemplateForm } from './TemplateForm';

/** What takes a merge, the demo's Flux and Kyverno, and a poll. */
const withinDelivery = { timeout: 120_000 };

test('what breaks a policy is excepted by pull request until a day, and listed with owner, reason and that day', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(
    '/fleet/policy?view=results&cluster=staging-us-east-1&engine=kyverno&text=cart',
  );
  const results = page.getByRole('table', { name: 'Policy results' });
  await results.getByRole('button', { name: /^Open/ }).click();
  await page.getByRole('link', { name: 'Request an exception' }).click();
  const form = new TemplateForm(page);
  await form.type('Reason', 'It is being taken apart: limits cut it in half');
  const expires = page.getByLabel('Expires');
  await expires.fill('2020-01-01');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByText('is over already').first()).toBeVisible();
  await expires.fill(day);
  await new GitHostPage(page).merge(await form.create());

  const row = page
    .getByRole('table', { name: 'Exceptions' })
    .getByRole('row')
    .filter({ hasText: 'cart-require-requests-limits' });
  await expect(async () => {
    // Reports are read every five minutes, and at once when asked for.
    await page.goto('/catalog/default/resource/staging-us-east-1/cluster');
    await page.getByRole('button', { name: 'Ask it now' }).click();
    await page.goto('/fleet/policy?view=exceptions&text=cart');
    await expect(row).toContainText('lets through 1', { timeout: 5_000 });
  }).toPass(withinDelivery);
  for (const words of [
    'holds',
    'Deployment cart in shop',
    'It is being taken apart',
    'asked for by web',
    'staging-us-east-1',
  ]) {
    await expect(row).toContainText(words);
  }
  await page.goto('/catalog/default/component/cart/policy?view=exceptions');
  await expect(row).toBeVisible();
});

test('what somebody set by hand is adopted into Git, and is no drift then', async ({
  page,
  control,
}) => {
  test.setTimeout(300_000);
  await reconcile(page, 'pricing', 'dev-us-east-1');
  await page.goto('/catalog/default/component/pricing/drift');
  const drift = page
    .getByRole('table', { name: 'Drift' })
    .getByRole('row')
    .filter({ hasText: '.spec.replicas' });
  // On a busy machine the engine looks only after the first edit, and undoes it.
  await expect(async () => {
    await control.play('scale-by-hand');
    await expect(drift).toContainText('dev-us-east-1', { timeout: 20_000 });
  }).toPass(withinDelivery);
  await drift.getByRole('button', { name: /^Open pricing/ }).click();
  await page.getByRole('button', { name: 'Adopt into Git…' }).click();
  const form = new TemplateForm(page);
  await form.type('What reviewers should know', 'Load tests need three');
  const host = new GitHostPage(page);
  const pullRequest = await form.create();
  await page.goto(pullRequest);
  await expect(page.getByText('+    count: 3')).toBeVisible();
  await host.merge(pullRequest);

  await expect(async () => {
    await page.goto('/catalog/default/component/pricing/drift');
    await expect(
      page.getByRole('table', { name: 'Earlier' }).getByText('.spec.replicas'),
    ).toBeVisible({ timeout: 5_000 });
    await expect(drift).toHaveCount(0);
  }).toPass(withinDelivery);
});
