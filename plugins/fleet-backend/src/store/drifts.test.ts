import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ApplicationRecord,
  EngineObjectRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { Access } from './FleetQueryStore';
import {
  argoApplication,
  cluster,
  deployment,
  kustomization,
} from './__fixtures__/records';

const failing = {
  state: 'failing',
  summary: 'the build fails',
} as const;

describe.each(databaseNames)('the ledger of drift in %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([
      cluster('prod-1', { labels: { environment: 'production' } }),
      cluster('stg-1', { labels: { environment: 'staging' } }),
    ]);
  });

  function at(time: string) {
    fleet.now = new Date(`2026-11-20T${time}:00.000Z`);
  }

  async function poll(
    spoke: string,
    ...applications: Partial<ApplicationRecord>[]
  ) {
    return fleet.poll(
      spoke,
      applications.map(given =>
        kustomization({
          sources: [
            {
              type: 'git',
              url: 'https://github.com/acme/fleet.git',
              path: `./apps/${given.name ?? 'web'}`,
            },
          ],
          ...given,
        }),
      ),
    );
  }

  async function list(
    filter: Record<string, string[]> = {},
    access = everything,
  ) {
    return fleet.store.listDrifts({ filter: [filter], access });
  }

  /** What changed is compared after a minute of rest. */
  async function rest() {
    await fleet.store.sweepDrifts();
    fleet.now = new Date(fleet.now.getTime() + 61_000);
    await fleet.store.sweepDrifts();
  }

  async function only(filter?: Record<string, string[]>): Promise<Drift> {
    const { items } = await list(filter);
    expect(items).toHaveLength(1);
    return items[0];
  }

  it('opens, keeps, ends and opens again, with what it went through', async () => {
    at('10:00');
    await poll('prod-1', {});
    expect((await list()).totalItems).toBe(0);

    at('10:05');
    await poll('prod-1', { ...failing, since: '2026-11-20T10:02:00Z' });
    const opened = await only();
    expect(opened).toMatchObject({
      kind: 'failing',
      severity: 'critical',
      environment: 'production',
      cluster: 'prod-1',
      title: 'web',
      since: '2026-11-20T10:02:00.000Z',
      firstSince: '2026-11-20T10:02:00.000Z',
      times: 1,
      episodes: [],
      application: { kind: 'Kustomization', namespace: 'flux-system' },
    });

    at('10:10');
    const { changed } = await poll('prod-1', {
      ...failing,
      since: '2026-11-20T10:02:00Z',
      summary: 'the build fails otherwise',
    });
    expect(changed).toBe(2);
    expect(await only()).toMatchObject({
      id: opened.id,
      since: opened.since,
      times: 1,
      summary: 'Flux: the build fails otherwise.',
    });

    at('10:20');
    await poll('prod-1', {});
    expect((await list()).totalItems).toBe(0);
    expect(await only({ state: ['ended'] })).toMatchObject({
      id: opened.id,
      endedAt: '2026-11-20T10:20:00.000Z',
    });

    // A cluster whose clock is ahead cannot make it begin in the future, and none began before it last ended.
    at('10:30');
    await poll('prod-1', { ...failing, since: '2026-11-20T12:00:00Z' });
    expect(await only()).toMatchObject({
      id: opened.id,
      since: '2026-11-20T10:30:00.000Z',
      firstSince: opened.since,
      times: 2,
      episodes: [{ since: opened.since, endedAt: '2026-11-20T10:20:00.000Z' }],
    });

    at('10:40');
    await poll('prod-1', { name: 'other' });
    expect(await list({ state: ['open', 'ended'] })).toMatchObject({
      totalItems: 1,
      items: [{ endedAt: '2026-11-20T10:40:00.000Z' }],
    });
    await fleet.store.pruneDrifts({
      endedBefore: new Date('2026-11-20T10:41:00Z'),
    });
    expect((await list({ state: ['open', 'ended'] })).totalItems).toBe(0);
  });

  it('takes a failure that only took another time for the same, and keeps its words', async () => {
    const message = (took: string) => ({
      ...failing,
      summary: `timeout waiting for Deployment/web after ${took}`,
    });
    await poll('prod-1', message('2m0.087s'));
    const { changed } = await poll('prod-1', message('1m59.9s'));
    // The record of the application, and no drift.
    expect(changed).toBe(1);
    expect((await only()).summary).toBe(
      'Flux: timeout waiting for Deployment/web after 2m0.087s.',
    );
    await poll('prod-1', {
      ...failing,
      summary: 'timeout waiting for Deployment/api after 2m0.087s',
    });
    expect((await only()).summary).toContain('Deployment/api');
  });

  it('is no other and no newer after a restart that reads everything again', async () => {
    at('10:00');
    await poll('prod-1', failing, { name: 'other', suspended: true });
    const before = await list();
    expect(before.totalItems).toBe(2);
    at('11:00');
    await poll('prod-1', failing, { name: 'other', suspended: true });
    expect((await list()).items.map(({ id, since }) => [id, since])).toEqual(
      before.items.map(({ id, since }) => [id, since]),
    );
  });

  it('lists the worst first, counts each, and finds by each filter', async () => {
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/pay'],
        },
      ]),
    );
    const proofs = { 'backstage.io/kubernetes-id': 'web' };
    await poll('stg-1', { ...failing, proofs });
    await poll(
      'prod-1',
      { suspended: true, proofs },
      { ...failing, name: 'other' },
    );
    const all = await list();
    expect(
      all.items.map(({ severity, kind, cluster: place }) => [
        severity,
        kind,
        place,
      ]),
    ).toEqual([
      ['critical', 'failing', 'prod-1'],
      ['high', 'failing', 'stg-1'],
      ['medium', 'frozen', 'prod-1'],
    ]);
    expect(all.facets).toMatchObject({
      kind: [
        { value: 'failing', count: 2 },
        { value: 'frozen', count: 1 },
      ],
      environment: [
        { value: 'production', count: 2 },
        { value: 'staging', count: 1 },
      ],
      owner: [{ value: 'group:default/pay', count: 2 }],
    });
    for (const [filter, total] of [
      [{ kind: ['frozen'] }, 1],
      [{ severity: ['critical', 'high'] }, 2],
      [{ environment: ['production'] }, 2],
      [{ cluster: ['stg-1'] }, 1],
      [{ application: [all.items[0].application!.id] }, 1],
      [{ owner: ['group:default/pay'] }, 2],
      [{ entity: ['component:default/web'], kind: ['failing'] }, 1],
      [{ engine: ['argocd'] }, 0],
      [{ since: [all.items[0].since] }, 3],
      [{ since: ['2099-01-01'] }, 0],
      [{ state: ['ended'] }, 0],
      [{ acknowledged: ['true'] }, 0],
    ] as const) {
      const found = await fleet.store.listDrifts({
        filter: [filter as unknown as Record<string, string[]>],
        access: everything,
      });
      expect([filter, found.totalItems]).toEqual([filter, total]);
    }
    await expect(list({ state: ['maybe'] })).rejects.toThrow(
      'Filter state is open or ended, not "maybe"',
    );
    await expect(list({ since: ['noon'] })).rejects.toThrow(
      'Filter since is a time such as 2026-11-20T10:00:00Z, not "noon"',
    );
    await expect(list({ colour: ['red'] })).rejects.toThrow(
      'There is no filter "colour"',
    );
  });

  it('remembers what people say: until it ends, or until they said', async () => {
    at('10:00');
    await poll('prod-1', failing);
    const { id } = await only();
    const said = {
      by: 'user:default/jane',
      at: '2026-11-20T10:01:00.000Z',
      reason: 'we know',
    };
    await fleet.store.markDrift(id, { acknowledged: said });
    await fleet.store.markDrift(id, {
      muted: { ...said, until: '2026-11-20T12:00:00.000Z' },
    });
    expect((await list()).totalItems).toBe(0);
    expect(await only({ muted: ['true'] })).toMatchObject({
      acknowledged: said,
      muted: { reason: 'we know' },
    });

    at('11:00');
    await poll('prod-1', {});
    at('11:30');
    await poll('prod-1', failing);
    expect((await only({ muted: ['true'] })).acknowledged).toBeUndefined();

    at('12:30');
    expect((await only()).muted).toBeUndefined();
  });

  it('finds what time alone turns into drift, until it is looked at again', async () => {
    const lookedAt = (time: string) => ({
      intervalSeconds: 600,
      lastReconciledAt: `2026-11-20T${time}:00Z`,
      drift: { tellsReconciliation: true },
    });
    at('10:00');
    await poll('prod-1', lookedAt('10:00'));
    expect(await fleet.store.sweepDrifts()).toBe(0);
    at('10:29');
    expect(await fleet.store.sweepDrifts()).toBe(0);
    at('10:31');
    expect(await fleet.store.sweepDrifts()).toBe(1);
    expect(await only()).toMatchObject({
      kind: 'stale',
      since: '2026-11-20T10:00:00.000Z',
    });
    expect(await fleet.store.sweepDrifts()).toBe(0);
    at('10:40');
    await poll('prod-1', lookedAt('10:39'));
    expect(await only({ state: ['ended'] })).toMatchObject({
      endedAt: '2026-11-20T10:40:00.000Z',
    });
    expect((await list()).totalItems).toBe(0);
  });

  it('shows nobody the drift of what they may not see', async () => {
    await poll('prod-1', failing);
    await poll('stg-1', failing);
    const staging: Access = {
      clusters: { field: 'environment', values: ['staging'] },
      applications: true,
      claims: true,
    };
    const { items, totalItems, facets } = await fleet.store.listDrifts({
      access: staging,
    });
    expect(totalItems).toBe(1);
    expect(items[0].cluster).toBe('stg-1');
    expect(JSON.stringify(facets)).not.toMatch(/prod/);
    expect(await fleet.store.countDrifts({ access: staging })).toEqual({
      total: 1,
      worst: 'high',
      severities: { high: 1 },
      kinds: { failing: 1 },
    });
    const hidden = (await list({ cluster: ['prod-1'] })).items[0].id;
    expect(await fleet.store.getDrift(hidden, staging)).toBeUndefined();
  });

  it('compares the clusters of a delivery key once one of them changed', async () => {
    await fleet.syncClusters([
      ...['prod-1', 'prod-2', 'prod-3', 'prod-4'].map(spoke =>
        cluster(spoke, { labels: { environment: 'production' } }),
      ),
      cluster('stg-1', { labels: { environment: 'staging' } }),
    ]);
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/pay'],
        },
      ]),
    );
    at('10:00');
    const proofs = { 'backstage.io/kubernetes-id': 'web' };
    await poll('stg-1', { version: '1.1.0', proofs });
    for (const spoke of ['prod-1', 'prod-2', 'prod-4']) {
      await poll(spoke, { version: '1.1.0', proofs });
    }
    // Of a cluster that has not been read nothing can be told.
    await rest();
    expect((await list()).totalItems).toBe(0);

    await poll('prod-3', { name: 'other', version: '1.0.0' });
    await rest();
    expect(await only()).toMatchObject({
      kind: 'missing',
      cluster: 'prod-3',
      severity: 'high',
      application: undefined,
      ownerRefs: ['group:default/pay'],
      entityRefs: ['component:default/web'],
    });
    await only({ owner: ['group:default/pay'] });

    // A new version takes its time from one cluster to the next.
    at('11:00');
    await poll('prod-3', { version: '1.1.0', proofs });
    await poll('prod-1', { version: '1.2.0', proofs });
    await rest();
    expect(
      (await list()).items.map(({ kind, cluster: spoke }) => [kind, spoke]),
    ).toEqual([['skew', 'prod-1']]);
    expect((await list()).items[0].summary).toContain('ahead of staging');
    at('11:31');
    await rest();
    expect((await list()).totalItems).toBe(2);

    for (const spoke of ['stg-1', 'prod-2', 'prod-3', 'prod-4']) {
      await poll(spoke, { version: '1.2.0', proofs });
    }
    await rest();
    expect((await list()).totalItems).toBe(0);
    const { items: ended } = await fleet.store.listDrifts({
      filter: [{ state: ['ended'] }],
      access: everything,
      orderField: { field: 'endedAt', order: 'desc' },
    });
    expect(ended.map(({ kind }) => kind)).toEqual(['skew', 'skew', 'missing']);
  });

  it('compares a delivery key of which something changes all the time', async () => {
    await fleet.syncClusters(
      ['prod-1', 'prod-2', 'prod-3', 'prod-4'].map(spoke =>
        cluster(spoke, { labels: { environment: 'production' } }),
      ),
    );
    await poll('prod-2', {});
    await poll('prod-3', {});
    await poll('prod-4', { name: 'other' });
    for (let polls = 0; polls < 4; polls++) {
      await poll('prod-1', { summary: `applied for the ${polls}th time` });
      await fleet.store.sweepDrifts();
      fleet.now = new Date(fleet.now.getTime() + 30_000);
    }
    expect(await only()).toMatchObject({ kind: 'missing', cluster: 'prod-4' });
  });

  it('misses nothing that another application deploys, until that no longer does', async () => {
    const spokes = ['prod-1', 'prod-2', 'prod-3', 'prod-4', 'prod-5'];
    await fleet.syncClusters(
      spokes.map(spoke =>
        cluster(spoke, { labels: { environment: 'production' } }),
      ),
    );
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: [],
        },
      ]),
    );
    at('10:00');
    const proofs = { 'backstage.io/kubernetes-id': 'web' };
    // Of the entity `web` by their proof, and of nobody: those are known by their names.
    for (const spoke of ['prod-1', 'prod-2', 'prod-3', 'prod-4']) {
      await fleet.poll(spoke, [
        kustomization({ proofs }),
        deployment({ proofs }),
        kustomization({
          name: 'cache',
          sources: [
            {
              type: 'git',
              url: 'https://github.com/acme/fleet',
              path: 'cache',
            },
          ],
        }),
        deployment({
          name: 'redis',
          ownerKey: 'Kustomization/flux-system/cache',
        }),
      ]);
    }
    const shared = 'Kustomization/flux-system/apps';
    await fleet.poll('prod-5', [
      kustomization({ name: 'apps' }),
      deployment({ name: 'web-rollout', ownerKey: shared, proofs }),
      deployment({ name: 'redis', ownerKey: shared }),
    ]);
    await rest();
    expect((await list()).totalItems).toBe(0);

    at('11:00');
    await fleet.poll('prod-5', [
      kustomization({ name: 'apps' }),
      deployment({ name: 'redis', namespace: 'other', ownerKey: shared }),
    ]);
    await rest();
    expect(
      (await list()).items.map(({ title, cluster: spoke }) => [title, spoke]),
    ).toEqual([
      ['cache', 'prod-5'],
      ['web', 'prod-5'],
    ]);
  });

  it('says which kinds a cluster withholds, until it does not', async () => {
    const withheld = (outcome: 'ok' | 'not-allowed') => {
      const { state } = fleet.collection([kustomization()]);
      return { collections: [{ state: { ...state, outcome }, objects: [] }] };
    };
    await fleet.write('prod-1', withheld('not-allowed'));
    await fleet.store.sweepDrifts();
    expect(await only()).toMatchObject({
      kind: 'frozen',
      severity: 'low',
      cluster: 'prod-1',
      title: 'prod-1',
      summary:
        'Kinds that may not be read on prod-1: Kustomization. Drift in them is not told.',
    });
    expect(
      (await list({}, { clusters: false, applications: true, claims: true }))
        .totalItems,
    ).toBe(0);
    await fleet.write('prod-1', withheld('ok'));
    await fleet.store.sweepDrifts();
    expect((await list()).totalItems).toBe(0);
  });

  it('says that a cluster is away, once it has been for a while, and that it is back', async () => {
    const contact = (outcome: 'ok' | 'unreachable') => ({
      reachability: {
        outcome,
        since: fleet.now.toISOString(),
        lastContactAt: '2026-11-20T10:00:00.000Z',
      },
    });
    at('10:00');
    await fleet.write('prod-1', { contact: contact('ok') });
    at('10:01');
    await fleet.write('prod-1', { contact: contact('unreachable') });
    await fleet.store.sweepDrifts();
    expect((await list()).totalItems).toBe(0);
    at('10:06');
    await fleet.store.sweepDrifts();
    expect(await only()).toMatchObject({
      kind: 'stale',
      cluster: 'prod-1',
      since: '2026-11-20T10:00:00.000Z',
    });
    await fleet.write('prod-1', { contact: contact('ok') });
    await fleet.store.sweepDrifts();
    expect((await list()).totalItems).toBe(0);
  });

  it('misses what an ApplicationSet lists, and nothing else of it', async () => {
    await fleet.syncClusters(
      ['hub', 'eu-1', 'eu-2', 'eu-3', 'eu-4'].map(spoke =>
        cluster(spoke, {
          labels: spoke === 'hub' ? {} : { environment: 'production' },
        }),
      ),
    );
    const made = ['eu-1', 'eu-2', 'eu-3'].map(spoke =>
      argoApplication({
        name: `pay-${spoke}`,
        applicationSet: 'pay',
        target: { type: 'name', name: spoke },
      }),
    );
    const set = (...spokes: string[]): EngineObjectRecord => ({
      type: 'engine-object',
      engine: 'argocd',
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      namespace: 'argocd',
      name: 'pay',
      state: 'healthy',
      summary: 'keeps its Applications up to date',
      suspended: false,
      details: {},
      applications: spokes.map(spoke => ({
        name: `pay-${spoke}`,
        target: { type: 'name', name: spoke },
      })),
    });
    for (const spoke of ['eu-1', 'eu-2', 'eu-3', 'eu-4']) {
      await fleet.poll(spoke, [kustomization({ name: 'other' })]);
    }
    const missing = () => list({ kind: ['missing'] });
    await fleet.poll('hub', [...made, set('eu-1', 'eu-2', 'eu-3')]);
    await rest();
    // Most clusters have it, but it is not meant for all.
    expect((await missing()).totalItems).toBe(0);

    await fleet.poll('hub', [...made, set('eu-1', 'eu-2', 'eu-3', 'eu-4')]);
    await rest();
    expect((await missing()).items).toMatchObject([
      {
        cluster: 'eu-4',
        summary: 'pay is not on eu-4: ApplicationSet pay lists it.',
      },
    ]);
  });
});
