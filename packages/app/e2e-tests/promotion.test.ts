import { expect } from '@playwright/test';
import { test } from './fleetTest';
import { GitHostPage } from './GitHostPage';
import { PromotionTab } from './PromotionTab';
import { TemplateForm } from './TemplateForm';

/** What takes the demo's Flux and Argo CD, a poll, a canary, and a gate that waits for time to pass. */
const withinDelivery = { timeout: 240_000 };

test('an application is created, promoted through staging into production in waves until its canary fails, and rolled back', async ({
  page,
  control,
}) => {
  test.setTimeout(1_800_000);
  const host = new GitHostPage(page);
  const tab = new PromotionTab(page);
  const [development, staging, production] = [
    'development',
    'staging',
    'production',
  ].map(stage => tab.stage(stage));

  await page.goto('/create/templates/default/app-overlay');
  const form = new TemplateForm(page);
  await form.type('Name', 'seats');
  await form.pick('Owner', 'Travel');
  await form.type('Namespace', 'travel');
  await form.next();
  for (const stage of ['development', 'staging', 'production']) {
    await page.getByLabel(`A stage in ${stage}`).check();
  }
  await page
    .getByRole('group', { name: 'production' })
    .getByLabel('An overlay for each region')
    .check();
  await form.next();
  await form.type('Image', 'registry.example.org/team-travel/seats');
  await form.type('Version', '1.0.0');
  await form.next();
  await form.select('Reached from outside', /HTTPRoute/);
  await page.getByLabel(/^A Canary of Flagger/).check();
  const creation = await form.create();
  await host.merge(creation);
  // Until the catalog has it, there is no page of it.
  await expect(async () => {
    await tab.open('seats');
    await expect(production).toContainText('1.0.0', { timeout: 10_000 });
  }).toPass(withinDelivery);
  for (const stage of [development, staging, production]) {
    await expect(stage).toContainText(/healthy.*-1\s*1\.0\.0/s, withinDelivery);
  }

  const overlay = creation.replace(
    /pull\/\d+$/,
    'blob/main/apps/seats/overlays/dev/kustomization.yaml',
  );
  const release = await host.edit(
    overlay,
    text => text.replace('1.0.0', '1.1.0'),
    { as: 'ada', message: 'Release seats 1.1.0 to development' },
  );
  await host.merge(release, 'grace');
  await tab.open('seats');
  await expect(development).toContainText(
    /dev-us-east-1\s*1\.1\.0/,
    withinDelivery,
  );

  await tab.ask('staging', 'Promote to staging');
  await expect(tab.dialog).toContainText('1.0.0 → 1.1.0');
  await host.merge(await tab.openPullRequest());
  await tab.open('seats');
  await expect(staging).toContainText(/^staging.*1\.1\.0/s, withinDelivery);

  await tab.ask('production', 'Promote to production');
  const first = await tab.openPullRequest();
  // Who asks for it here is ada there.
  await host.approve(first, 'ada');
  await tab.open('seats');
  await expect(production).toContainText(
    /0 of 1 approval.*guest \(ada in Git\) asked for it/,
    withinDelivery,
  );
  await tab.ask('production', 'Promote to production');
  await expect(tab.dialog).toContainText('no second one is opened');
  await host.approve(first, 'grace');
  await tab.open('seats');
  await expect(production.getByText('ready').first()).toBeVisible(
    withinDelivery,
  );
  await host.merge(first, 'grace');

  const second = await tab.pullRequestOfNextWave('seats', first);
  await control.play('break-canary', 'seats');
  await host.merge(second, 'grace');
  await tab.open('seats');
  await expect(
    production.getByText('failed', { exact: true }).first(),
  ).toBeVisible(withinDelivery);
  await tab.ask('production', /^Roll back/);
  await host.merge(await tab.openPullRequest(), 'grace');
  await tab.open('seats');
  for (const region of ['us-east-1', 'eu-west-1', 'ap-south-1']) {
    await expect(production).toContainText(
      new RegExp(`prod-${region}\\s*1\\.0\\.0`),
      withinDelivery,
    );
  }
  await expect(
    production.getByText('healthy', { exact: true }).first(),
  ).toBeVisible(withinDelivery);
  await expect(production.getByText('runs what Git does not say')).toHaveCount(
    0,
  );
  await tab.showWholeTimeline();
  for (const words of [
    'seats was asked for',
    'promotion of seats to staging was asked for',
    'guest (ada in Git) approved',
    'grace approved',
    'all gates are open',
    'wave 1, First, runs well on its cluster',
    'its canary failed',
    'rollback of seats to production was asked for',
  ]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
});
