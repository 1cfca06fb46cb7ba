import type { ClaimKindRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  clusterDefinition,
  clusterManifest,
} from '../claims/__fixtures__/clusterDefinition';
import { claimRules, clusterClaim } from './__fixtures__/claims';
import { cluster } from './__fixtures__/records';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';

const [{ group, kind }] = claimRules.clusterKinds;

const definition: ClaimKindRecord = {
  type: 'claim-kind',
  engine: 'crossplane',
  apiVersion: 'apiextensions.crossplane.io/v1',
  kind: 'CompositeResourceDefinition',
  name: `xclusters.${group}`,
  state: 'healthy',
  summary: 'offered',
  group,
  claimKind: kind,
  claimPlural: 'clusters',
  compositeKind: `X${kind}`,
  claimVersion: 'v1alpha1',
  namespaced: true,
  schema: { ...clusterDefinition },
};

describe.each(databaseNames)('kinds of claims on %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name), {
      claims: claimRules,
    });
    await fleet.syncClusters([cluster('hub', { hub: true, labels: {} })]);
    await fleet.poll('hub', [definition, clusterClaim()], {
      engines: ['crossplane'],
    });
    await fleet.store.claims.sweep();
  });

  it('are offered with the number of claims that the caller sees', async () => {
    const { claims } = fleet.store;
    expect(await claims.listKinds(everything)).toMatchObject([
      { claimKind: { kind, makesClusters: true, claims: 1 } },
    ]);
    const owner = { field: 'owner' as const, values: ['group:default/none'] };
    expect(
      await claims.listKinds({ ...everything, claims: owner }),
    ).toMatchObject([{ claimKind: { claims: 0 } }]);
    for (const access of [{ claims: false }, { clusters: false }]) {
      expect(await claims.listKinds({ ...everything, ...access })).toEqual([]);
    }
  });

  it('tell what there is of a claim before it is ordered', async () => {
    const { apiVersion, namespace } = clusterClaim();
    const foresee = (claim: string) =>
      fleet.store.claims.foresee('hub', {
        ...clusterManifest,
        apiVersion,
        kind,
        metadata: { name: claim, namespace: namespace! },
      });
    const there = await foresee(clusterClaim().name);
    expect(there.present).toMatchObject({ id: there.claim.id });
    expect(there.old?.spec).toEqual(clusterClaim().spec);
    const ordered = await foresee('staging-new');
    expect(ordered).toMatchObject({
      claim: { makesCluster: 'staging-new', environment: 'staging' },
      present: undefined,
      old: undefined,
    });
  });
});
