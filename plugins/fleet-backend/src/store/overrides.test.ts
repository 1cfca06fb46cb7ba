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

  it('goes with its cluster, though a hub deploys to it', async () => {
    await fleet.syncClusters([cluster('prod-1'), cluster('hub')]);
    await fleet.poll('hub', [
      kustomization({ target: { type: 'name', name: 'prod-1' } }),
    ]);
    await see(asGitSays);
    await see(edited);
    expect(await ledger()).toMatchObject([{ endedAt: undefined }]);
    await fleet.syncClusters([cluster('hub')]);
    expect(await ledger()).toEqual([]);
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

  it('ends where a commit drops what was removed before, which nothing on the object tells', async () => {
    const minutes = (count: number) => {
      fleet.now = new Date(fleet.now.getTime() + count * 60_000);
    };
    await fleet.poll('prod-1', [kustomization({ revision: 'main@sha1:a' })]);
    await see(asGitSays, object(1, flux('2026-11-20T09:00:00Z', {})));
    expect(await ledger()).toMatchObject([{ from: '3', to: undefined }]);
    // That may have been applied before.
    minutes(1);
    await fleet.poll('prod-1', [kustomization({ revision: 'main@sha1:b' })]);
    expect(await ledger()).toMatchObject([{ endedAt: undefined }]);
    minutes(9);
    const failing = { revision: 'main@sha1:c', state: 'failing' } as const;
    await fleet.poll('prod-1', [kustomization(failing)]);
    expect(await ledger()).toMatchObject([{ endedAt: undefined }]);
    await fleet.poll('prod-1', [kustomization({ revision: 'main@sha1:c' })]);
    expect(await ledger()).toMatchObject([{ endedAt: expect.any(String) }]);
  });

  it('is known of an application that is read after its object', async () => {
    await see(asGitSays, edited);
    await fleet.poll('prod-1', [kustomization()]);
    expect(await ledger()).toMatchObject([{ from: '3', to: '5' }]);
  });

  describe('of a kind that is read for nothing else', () => {
    const labels = {
      'kustomize.toolkit.fluxcd.io/name': 'web',
      'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
    };

    function configMap(
      named: string,
      data: Record<string, string>,
      metadata: object = {},
    ): KubernetesObject {
      return {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { namespace: 'web', name: named, ...metadata },
        data,
      };
    }
    const fields = { 'f:data': { 'f:LEVEL': {} } };
    const ofGit = (named: string) =>
      configMap(
        named,
        { LEVEL: 'info' },
        { labels, managedFields: [flux('2026-11-20T09:00:00Z', fields)] },
      );
    const rootCa = configMap(
      'kube-root-ca.crt',
      { 'ca.crt': 'PEM' },
      { managedFields: [{ ...kubectl('', fields), manager: 'kube-root-ca' }] },
    );

    async function list(
      objects: KubernetesObject[],
      listing?: { id: string; complete: boolean },
    ) {
      const change = fleet.collection([{ ...owned, kind: 'ConfigMap' }]);
      return fleet.write('prod-1', {
        collections: [
          {
            ...change,
            state: { ...change.state, group: '', plural: 'configmaps' },
            listing,
            objects: objects.map(item => ({
              key: `web/${item.metadata.name}`,
              records: [],
              live: readLiveFields(item, gitManagers()),
            })),
          },
        ],
      });
    }

    async function kept(): Promise<string[]> {
      return fleet.database('git_owned').orderBy('name').pluck('name');
    }

    it('keeps what Git has set, and nothing of what it has not', async () => {
      await fleet.poll('prod-1', [kustomization()]);
      await list([ofGit('web'), rootCa], { id: 'a', complete: true });
      expect(await kept()).toEqual(['web']);
    });

    it('tells who replaced one as a whole, the marks of its engine included', async () => {
      await fleet.poll('prod-1', [kustomization()]);
      await list([ofGit('web')]);
      await list([
        configMap(
          'web',
          { LEVEL: 'debug' },
          {
            managedFields: [
              {
                ...kubectl('2026-11-20T10:00:00Z', fields),
                manager: 'kubectl-replace',
              },
            ],
          },
        ),
      ]);
      expect(await ledger()).toMatchObject([
        {
          object: { kind: 'ConfigMap', name: 'web' },
          path: '.data.LEVEL',
          from: '"info"',
          to: '"debug"',
          manager: 'kubectl-replace',
        },
      ]);
    });

    it('tells that what looks like a secret changed, and keeps neither what it was nor what it is', async () => {
      await fleet.poll('prod-1', [kustomization()]);
      const secrets = (word: string) => ({
        API_TOKEN: `token ${word}`,
        DATABASE: `postgres://web:${word}@db/web`,
      });
      const owns = { 'f:data': { 'f:API_TOKEN': {}, 'f:DATABASE': {} } };
      const version = (word: string, ...managedFields: object[]) =>
        configMap('web', secrets(word), { labels, managedFields });
      const applied = flux('2026-11-20T09:00:00Z', owns);
      await list([version('opensesame', applied)]);
      await list([version('opensesame', applied)]);
      expect(await ledger()).toEqual([]);

      await list([version('hunter2', kubectl('2026-11-20T10:00:00Z', owns))]);
      const drifts = await ledger();
      expect(drifts.map(({ path }) => path).sort()).toEqual([
        '.data.API_TOKEN',
        '.data.DATABASE',
      ]);
      for (const drift of drifts) {
        expect(drift).toMatchObject({
          from: '"••••••"',
          to: '"••••••"',
          manager: 'kubectl-edit',
        });
        expect(drift.summary).toMatch(
          /was changed from "••••••" to "••••••" by kubectl-edit/,
        );
      }
      for (const table of ['git_owned', 'drifts']) {
        const rows = JSON.stringify(await fleet.database(table));
        expect(rows).toContain('.data.API_TOKEN');
        expect(rows).not.toMatch(/opensesame|hunter2/);
      }
    });

    it('tells that one is gone which a listing of several pages no longer names', async () => {
      await fleet.poll('prod-1', [kustomization()]);
      await list(['a', 'b', 'c'].map(ofGit), { id: '1', complete: true });
      await list([ofGit('a')], { id: '2', complete: false });
      expect(await ledger()).toEqual([]);
      await list([ofGit('c')], { id: '2', complete: true });
      expect(await ledger()).toMatchObject([
        { summary: expect.stringContaining('ConfigMap/web/b was deleted') },
      ]);
    });

    it('ends when overrides are no longer looked for in it', async () => {
      await fleet.poll('prod-1', [kustomization()]);
      await see(asGitSays, edited);
      await list([ofGit('web')]);
      await list([], { id: '1', complete: true });
      expect((await ledger()).map(({ endedAt }) => endedAt)).toEqual([
        undefined,
        undefined,
      ]);
      await fleet.store.keepOverridesOf([fleet.collection([owned]).state]);
      expect(await ledger()).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({
            object: expect.objectContaining({ kind: 'ConfigMap' }),
            endedAt: expect.any(String),
          }),
          expect.objectContaining({
            object: expect.objectContaining({ kind: 'Deployment' }),
            endedAt: undefined,
          }),
        ]),
      );
      expect(await kept()).toEqual(['web']);
    });
  });
});
