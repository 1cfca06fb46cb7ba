import {
  ownerKey,
  type KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { gitManagers } from '../drift/override/gitManagers';
import { readLiveFields } from '../drift/override/readLiveFields';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import { cluster, deployment, kustomization } from './__fixtures__/records';

const replicas = { 'f:spec': { 'f:replicas': {} } };
const flux = (time: string, fields: object = replicas) => ({
  manager: 'kustomize-controller',
  operation: 'Apply',
  time,
  fieldsV1: fields,
});
const kubectl = (time: string, fields: object = replicas) => ({
  manager: 'kubectl-edit',
  operation: 'Update',
  time,
  fieldsV1: fields,
});

function object(count: number, ...managedFields: object[]): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      namespace: 'web',
      name: 'web',
      labels: {
        'kustomize.toolkit.fluxcd.io/name': 'web',
        'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
      },
      managedFields,
    },
    spec: { replicas: count },
  };
}

const asGitSays = object(3, flux('2026-11-20T09:00:00Z'));
const edited = object(
  5,
  flux('2026-11-20T09:00:00Z', {}),
  kubectl('2026-11-20T10:00:00Z'),
);
const healed = object(3, flux('2026-11-20T10:05:00Z'));

describe.each(databaseNames)('overrides in %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([
      cluster('prod-1', { labels: { environment: 'production' } }),
    ]);
  });

  const owned = deployment({
    ownerKey: ownerKey({
      kind: 'Kustomization',
      namespace: 'flux-system',
      name: 'web',
    }),
  });

  /** What a held watch brought, in order; undefined: the object was deleted. */
  async function see(...versions: (KubernetesObject | undefined)[]) {
    const { state } = fleet.collection([owned]);
    return fleet.write('prod-1', {
      collections: [
        {
          state,
          objects: versions.map(version => ({
            key: 'web/web',
            records: version ? [owned] : [],
            live: version && readLiveFields(version, gitManagers()),
          })),
        },
      ],
    });
  }

  async function ledger() {
    const { items } = await fleet.store.listDrifts({
      filter: [{ kind: ['override'], state: ['open', 'ended'] }],
      access: everything,
    });
    return items;
  }

  it('says who changed what from what to what, and that the engine undid it', async () => {
    await fleet.poll('prod-1', [kustomization({ intervalSeconds: 600 })]);
    expect(await see(asGitSays)).toEqual({ changed: 1 });
    expect(await ledger()).toEqual([]);

    fleet.now = new Date('2026-11-20T10:00:01Z');
    expect(await see(edited)).toEqual({ changed: 1 });
    const [drift] = await ledger();
    expect(drift).toMatchObject({
      severity: 'high',
      cluster: 'prod-1',
      application: { kind: 'Kustomization', name: 'web' },
      object: { kind: 'Deployment', namespace: 'web', name: 'web' },
      path: '.spec.replicas',
      from: '3',
      to: '5',
      manager: 'kubectl-edit',
      operation: 'Update',
      since: '2026-11-20T10:00:00.000Z',
      correction: { expected: true, by: 'Flux' },
    });
    expect(
      await fleet.store.readDiffBasis(drift.application!.id, {
        cluster: 'prod-1',
        group: 'apps',
        plural: 'deployments',
        namespace: 'web',
        name: 'web',
      }),
    ).toMatchObject({
      kind: 'Deployment',
      ignoreRules: [],
      gitOwned: { fields: { '.spec.replicas': [0, '3'] } },
    });
    // Nothing new is no news.
    expect(await see(edited)).toEqual({ changed: 0 });

    fleet.now = new Date('2026-11-20T10:05:01Z');
    await see(healed);
    expect(await ledger()).toMatchObject([
      { id: drift.id, endedAt: '2026-11-20T10:05:01.000Z', times: 1 },
    ]);
  });

  it('keeps in the ledger what came and went between two writes, and counts it', async () => {
    await fleet.poll('prod-1', [kustomization()]);
    await see(asGitSays);
    await see(edited, healed);
    expect(await ledger()).toMatchObject([
      { endedAt: expect.any(String), times: 1 },
    ]);
    await see(
      object(
        4,
        flux('2026-11-20T10:05:00Z', {}),
        kubectl('2026-11-20T10:07:00Z'),
      ),
      object(3, flux('2026-11-20T10:08:00Z')),
    );
    expect(await ledger()).toMatchObject([{ times: 2 }]);
  });

  it('knows what Git had set before it knows whose the object is', async () => {
    await see(asGitSays);
    await fleet.poll('prod-1', [kustomization(), owned]);
    await see(edited);
    expect(await ledger()).toMatchObject([{ from: '3', to: '5' }]);
  });

  it('tells a deleted object, and ends with the application', async () => {
    await fleet.poll('prod-1', [kustomization()]);
    await see(asGitSays);
    await see(undefined);
    expect(await ledger()).toMatchObject([
      {
        summary: expect.stringContaining('Deployment/web/web was deleted'),
        manager: undefined,
        endedAt: undefined,
      },
    ]);
    await fleet.poll('prod-1', [kustomization({ name: 'other' })]);
    expect(await ledger()).toMatchObject([{ endedAt: expect.any(String) }]);
  });

  it('tells an object deleted in the middle of an apply once that has taken too long', async () => {
    await fleet.poll('prod-1', [kustomization({ state: 'progressing' })]);
    await see(asGitSays);
    await see(undefined);
    expect(await ledger()).toEqual([]);
    fleet.now = new Date(fleet.now.getTime() + 3 * 60_000);
    expect(await fleet.store.sweepDrifts()).toBe(1);
    expect(await ledger()).toMatchObject([
      { summary: expect.stringContaining('was deleted') },
    ]);
    expect(await fleet.store.sweepDrifts()).toBe(0);
  });

  it('follows an application that changes under it', async () => {
    await fleet.poll('prod-1', [kustomization()]);
    await see(asGitSays, edited);
    expect(await ledger()).toMatchObject([{ correction: { expected: true } }]);

    await fleet.poll('prod-1', [kustomization({ suspended: true })]);
    expect(await ledger()).toMatchObject([
      { correction: { expected: false }, times: 1 },
    ]);

    const ignoreRules = [{ jsonPointers: ['/spec/replicas'] }];
    const drift = { ...kustomization().drift, ignoreRules };
    await fleet.poll('prod-1', [kustomization({ drift })]);
    expect(await ledger()).toMatchObject([{ endedAt: expect.any(String) }]);

    await fleet.poll('prod-1', [kustomization()]);
    expect(await ledger()).toMatchObject([
      { endedAt: undefined, from: '3', to: '5', times: 2 },
    ]);
  });

  it('is known of an application that is read after its object', async () => {
    await see(asGitSays, edited);
    await fleet.poll('prod-1', [kustomization()]);
    expect(await ledger()).toMatchObject([{ from: '3', to: '5' }]);
  });
});
