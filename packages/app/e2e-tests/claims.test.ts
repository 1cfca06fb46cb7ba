import { expect, type Page } from '@playwright/test';
import { test } from './fleetTest';
import { GitHostPage } from './GitHostPage';
import { TemplateForm } from './TemplateForm';

/** What takes the demo's clouds, its Flux and a poll. */
const withinProvisioning = { timeout: 600_000 };

interface Order {
  name: string;
  environment: string;
  region: string;
  version: string;
  instanceType: string;
  nodes: number;
}

/** Orders a cluster as somebody does who begins at the list of claims; answers where the pull request is. */
async function order(page: Page, wanted: Order): Promise<string> {
  await page.goto('/fleet/provisioning');
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await page.getByRole('button', { name: 'Order a cluster' }).click();
  const form = new TemplateForm(page);
  await form.type('Name', wanted.name);
  await form.pick('Environment', wanted.environment);
  await form.pick('Owner', 'Site reliability');
  await form.next();
  await form.pick('Region', wanted.region);
  await form.pick('Kubernetes version', wanted.version);
  await form.next();
  await form.type('Name', 'general');
  await form.pick('Instance type', wanted.instanceType);
  await form.type('Nodes at least', String(wanted.nodes));
  await form.type('Nodes at most', String(wanted.nodes + 3));
  return form.create();
}

async function openClaim(page: Page, name: string): Promise<void> {
  await page.goto(`/fleet/provisioning?text=${name}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** Opens the form of one of the claim's buttons. */
async function change(
  page: Page,
  name: string,
  button: 'Scale' | 'Upgrade' | 'Retire',
): Promise<TemplateForm> {
  await openClaim(page, name);
  await page.getByRole('button', { name: button, exact: true }).click();
  return new TemplateForm(page);
}

test('a cluster is ordered, watched until it is ready, scaled, upgraded and retired, all in the browser', async ({
  page,
}) => {
  test.setTimeout(2_400_000);
  const name = 'staging-eu-central-1';
  const host = new GitHostPage(page);

  await host.merge(
    await order(page, {
      name,
      environment: 'staging',
      region: 'eu-central-1',
      version: '1.34',
      instanceType: 'm6i.xlarge',
      nodes: 2,
    }),
  );
  await openClaim(page, name);
  await expect(
    page.getByText(`${name} is in the fleet and answers`).first(),
  ).toBeVisible(withinProvisioning);
  await page.goto(`/fleet/clusters?text=${name}`);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(
    'v1.34',
  );
  await expect(async () => {
    await page.goto(`/catalog/default/resource/${name}`);
    await expect(page.getByText('kubernetes-cluster').first()).toBeVisible({
      timeout: 10_000,
    });
  }).toPass(withinProvisioning);

  const scale = await change(page, name, 'Scale');
  await scale.next();
  await scale.type('Nodes at least', '3');
  await host.merge(await scale.create());
  await page.goto(`/fleet/clusters?text=${name}`);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(
    '3 / 3',
    withinProvisioning,
  );

  const upgrade = await change(page, name, 'Upgrade');
  await upgrade.pick('Kubernetes version', '1.35', /^1\.35/);
  await upgrade.next();
  await host.merge(await upgrade.create());
  await page.goto(`/fleet/clusters?text=${name}`);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(
    'v1.35',
    withinProvisioning,
  );

  const retire = await change(page, name, 'Retire');
  await retire.type('Its name once more', name);
  await retire.type('Why', 'Tried, and no longer needed.');
  await host.merge(await retire.create());
  await expect(async () => {
    await page.goto(`/fleet/clusters?text=${name}`);
    await expect(page.getByText('No cluster matches')).toBeVisible({
      timeout: 10_000,
    });
  }).toPass(withinProvisioning);
});

test('a claim that its cloud refuses tells what failed and why, above everything else', async ({
  page,
}) => {
  test.setTimeout(1_200_000);
  const name = 'dev-us-west-2';
  await new GitHostPage(page).merge(
    await order(page, {
      name,
      environment: 'development',
      region: 'us-west-2',
      version: '1.35',
      instanceType: 'p5.48xlarge',
      nodes: 1,
    }),
  );
  await openClaim(page, name);
  await expect(page.getByRole('alert').first()).toContainText(
    /NodeGroup .*VcpuLimitExceeded/s,
    withinProvisioning,
  );
});
