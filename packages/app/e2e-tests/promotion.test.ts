import { expect } from '@playwright/test';
import { test } from './fleetTest';
import { GitHostPage } from './GitHostPage';
import { PromotionTab } from './PromotionTab';
import { TemplateForm } from './TemplateForm';

/** What takes the demo's Flux and Argo CD, a poll, a canary, and a gate that waits for time to pass. */
const withinDelivery = { timeout: 240_000 };

test('an application is created from its template, and runs in development', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const tab = new PromotionTab(page);
  await page.goto('/create/templates/default/app-overlay');
  const form = new TemplateForm(page);
  await form.type('Name', 'seats');
  await form.pick('Owner', 'Travel');
  await form.type('Namespace', 'travel');
  await form.next();
  await page.getByLabel('A stage in development').check();
  await form.next();
  await form.type('Image', 'registry.example.org/team-travel/seats');
  await form.type('Version', '1.0.0');
  await form.next();
  await new GitHostPage(page).merge(await form.create());

  await expect(async () => {
    await tab.open('seats');
    await expect(tab.stage('development')).toContainText('1.0.0', {
      timeout: 10_000,
    });
  }).toPass(withinDelivery);
  await expect(
    tab.stage('development').getByText('healthy').first(),
  ).toBeVisible(withinDelivery);
});

test('a version is promoted through staging into production in waves, its canary fails, and it is rolled back', async ({
  page,
  control,
}) => {
  test.setTimeout(1_500_000);
  const host = new GitHostPage(page);
  const tab = new PromotionTab(page);
  const production = tab.stage('production');

  await tab.open('bookings');
  await tab.ask('staging', 'Promote to staging');
  await expect(tab.dialog).toContainText('1.4.2 → 1.5.0');
  await host.merge(await tab.openPullRequest());
  await tab.open('bookings');
  await expect(tab.stage('staging')).toContainText(
    /^staging.*1\.5\.0/s,
    withinDelivery,
  );

  await tab.ask('production', 'Promote to production');
  const first = await tab.openPullRequest();
  // Who asks for it here is ada there.
  await host.approve(first, 'ada');
  await tab.open('bookings');
  await expect(production).toContainText(
    /0 of 1 approval.*ada asked for it/,
    withinDelivery,
  );
  await tab.ask('production', 'Promote to production');
  await expect(tab.dialog).toContainText('no second one is opened');
  await host.approve(first, 'grace');
  await tab.open('bookings');
  await expect(production.getByText('ready').first()).toBeVisible(
    withinDelivery,
  );
  await host.merge(first, 'grace');

  const second = await tab.pullRequestOfNextWave('bookings', first);
  await control.play('break-canary');
  await host.merge(second, 'grace');
  await tab.open('bookings');
  await expect(
    production.getByText('failed', { exact: true }).first(),
  ).toBeVisible(withinDelivery);
  await tab.ask('production', /^Roll back/);
  await host.merge(await tab.openPullRequest(), 'grace');
  await tab.open('bookings');
  await expect(
    production.getByText('healthy', { exact: true }).first(),
  ).toBeVisible(withinDelivery);
  await expect(production.getByText('runs what Git does not say')).toHaveCount(
    0,
  );
  await expect(production).toContainText(/prod-ap-south-1\s*1\.4\.2/);
  await tab.showWholeTimeline();
  for (const words of [
    'ada approved',
    'grace approved',
    'all gates are open',
    'rollback of bookings to production was asked for',
  ]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
});
