import { randomBytes } from 'node:crypto';
import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import { breach, report } from './__fixtures__/policies';
import { cluster, kustomization } from './__fixtures__/records';

/** Nothing that an index could compress. */
const long = randomBytes(4_000)
  .toString('hex')
  .replace(/(.{9})/g, '$1/');

describe.each(databaseNames)('what is too long for an index of %s', name => {
  const databases = useDatabases();

  it.each<[string, Partial<ApplicationRecord>]>([
    [
      'a path in Git',
      { sources: [{ type: 'git', url: 'https://github.com/a/b', path: long }] },
    ],
    [
      'a delivery key',
      { proofs: { 'fleetcommander.io/delivery-key': `${long}☃` } },
    ],
  ])('%s stops nothing, and is told apart', async (_, given) => {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([cluster('prod-1'), cluster('prod-2')]);
    const revision = `main@sha1:${'a'.repeat(40)}`;
    for (const spoke of ['prod-1', 'prod-2']) {
      await fleet.poll(spoke, [kustomization({ revision, ...given })]);
    }
    await fleet.store.sweepDrifts();
    const { items } = await fleet.store.listApplications({
      access: everything,
    });
    const [one, other] = items.map(({ deliveryKey }) => deliveryKey);
    expect(other).toBe(one);
    expect(one.length).toBeLessThan(200);
  });

  it.each([
    ['a policy', { policy: long }],
    ['a reporter', { source: long }],
    ['an exception', { verdict: 'skip' as const, exceptions: [long] }],
  ])('%s that a report names stops nothing', async (_, given) => {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([cluster('prod-1')]);
    await fleet.poll('prod-1', [report([breach(given)])]);
    const { items } = await fleet.store.listPolicyResults({
      access: everything,
      filter: [{ verdict: ['fail', 'skip'] }],
    });
    expect(items).toHaveLength(1);
  });
});
