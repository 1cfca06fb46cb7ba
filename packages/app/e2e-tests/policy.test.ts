import { expect } from '@playwright/test';
import { test } from './fleetTest';

test('the coverage tells which production clusters do not enforce a control, whichever engine they have', async ({
  page,
}) => {
  await page.goto('/fleet/policy?view=coverage&environment=production');

  const row = page
    .getByRole('grid', { name: 'Policy coverage' })
    .getByRole('row')
    .filter({ hasText: 'No privileged containers' });
  await expect(row.getByRole('rowheader')).toContainText('2 of 3 enforce');
  for (const [cluster, stands] of [
    ['prod-us-east-1', 'enforce'],
    ['prod-eu-west-1', 'enforce'],
    ['prod-ap-south-1', 'audit, audits what production must enforce'],
  ]) {
    await expect(
      row.getByRole('gridcell', {
        name: `No privileged containers on ${cluster}: ${stands}`,
        exact: true,
      }),
    ).toBeVisible();
  }

  const card = page.getByRole('tooltip');
  for (const [cluster, policy] of [
    ['prod-us-east-1', 'ClusterPolicy disallow-privileged-containers'],
    ['prod-eu-west-1', 'K8sPSPPrivilegedContainer no-privileged-containers'],
  ]) {
    await row.getByRole('gridcell', { name: cluster }).hover();
    await expect(card).toContainText(policy);
  }
});

test("a component's tab names its three worst breaches, each with how to fix it", async ({
  page,
}) => {
  await page.goto('/catalog/default/component/checkout/policy');

  const first = page.getByRole('region', { name: 'What to fix first' });
  for (const words of [
    // Whichever of three engines found it.
    /Require runAsNonRoot.*on 9 clusters/,
    'Set spec.template.spec.securityContext.runAsNonRoot to true.',
    /Disallow Capabilities \(Strict\).*on 9 clusters/,
    'Containers must drop `ALL` capabilities.',
    /Require Pod Probes.*on 9 clusters/,
    'Liveness and readiness probes are required for all containers.',
  ]) {
    await expect(first).toContainText(words);
  }
  await expect(first.getByRole('link')).toHaveCount(3);

  await first.getByRole('link').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('How to fix it');
  await expect(drawer).toContainText('Deployment checkout');
});

test('an exception that expires next week is told before it bites', async ({
  page,
}) => {
  await page.goto('/fleet/policy');
  await page
    .getByRole('link', { name: /exceptions have expired or soon do/ })
    .click();

  const row = page
    .getByRole('table', { name: 'Exceptions' })
    .getByRole('row')
    .filter({ hasText: 'node-exporter' })
    .filter({ hasText: 'prod-us-east-1' });
  for (const words of [
    'expires soon',
    /expires in \d days; until then lets through 3/,
    'Reads metrics of the node',
  ]) {
    await expect(row).toContainText(words);
  }
});
