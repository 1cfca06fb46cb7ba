import { LeaseLostError } from './FleetPollStore';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import {
  cluster,
  deployment,
  engineRecord,
  gitRepository,
  kustomization,
  node,
} from './__fixtures__/records';

describe.each(databaseNames)('polling into %s', name => {
  const databases = useDatabases();

  async function createFleet(...clusters: string[]) {
    const database = await databases.create(name);
    const fleet = await FleetFixture.create(database);
    await fleet.syncClusters(clusters.map(given => cluster(given)));
    return { database, fleet, store: fleet.store };
  }

  async function namesOf(store: FleetFixture['store']) {
    const { items } = await store.listApplications({ access: everything });
    return items.map(item => item.name);
  }

  it('keeps the inventory without credentials, and lets clusters go only when a source looked everywhere', async () => {
    const { database, fleet, store } = await createFleet('a', 'b');
    await fleet.poll('a', [kustomization(), deployment(), gitRepository()]);

    expect(JSON.stringify(await database('clusters'))).not.toContain('secret');
    await fleet.syncClusters([cluster('b')], false);
    expect(await store.countClusters()).toBe(2);

    await fleet.syncClusters([cluster('b', { title: 'Bee' })]);
    expect(await store.countClusters()).toBe(1);
    expect(await store.getCluster('b', everything)).toMatchObject({
      title: 'Bee',
      entityRef: 'resource:default/b',
    });
    for (const table of ['records', 'applications', 'links', 'collections']) {
      expect(await database(table)).toEqual([]);
    }
  });

  it('forgets what nobody reads any more', async () => {
    const { database, fleet, store } = await createFleet('a');
    await fleet.poll('a', [kustomization(), deployment(), node()]);
    const stored = (await store.readPollState('a')).collections;
    const { changed } = await fleet.write('a', {
      forget: stored.filter(({ engine }) => engine === 'flux'),
    });
    expect(changed).toBe(1);
    expect(await namesOf(store)).toEqual([]);
    expect(await database('links')).toEqual([]);
    const left = (await store.readPollState('a')).collections;
    expect(left.map(({ kind }) => kind).sort()).toEqual(['Deployment', 'Node']);
    expect(await store.getCluster('a', everything)).toMatchObject({
      workloads: { healthy: 1 },
      nodes: { ready: 1 },
    });
  });

  it('lets only the replica write that holds the cluster', async () => {
    const { fleet, store } = await createFleet('a', 'b', 'c');
    const first = await store.claimClusters({
      replica: 'one',
      limit: 2,
      leaseSeconds: 45,
    });
    const rest = await store.claimClusters({
      replica: 'two',
      limit: 5,
      leaseSeconds: 45,
    });
    expect(first.map(lease => lease.cluster)).toEqual(['a', 'b']);
    expect(rest.map(lease => lease.cluster)).toEqual(['c']);

    // Replica one pauses past its leases, and comes back.
    fleet.now = new Date(fleet.now.getTime() + 60_000);
    await store.renewLeases(rest, { leaseSeconds: 45 });
    const taken = await store.claimClusters({
      replica: 'two',
      limit: 1,
      leaseSeconds: 45,
    });
    expect(taken).toEqual([
      { cluster: 'a', replica: 'two', epoch: first[0].epoch + 1 },
    ]);
    const change = {
      at: fleet.now,
      collections: [fleet.collection([kustomization()])],
    };
    await expect(store.write(first[0], change)).rejects.toThrow(LeaseLostError);
    expect(await namesOf(store)).toEqual([]);
    expect(await store.renewLeases(first, { leaseSeconds: 45 })).toEqual({
      lost: [first[0]],
    });
    await store.releaseCluster(first[0]);
    await expect(store.write(taken[0], change)).resolves.toEqual({
      changed: 1,
    });

    await store.releaseCluster(taken[0]);
    const again = await store.claimClusters({
      replica: 'three',
      limit: 9,
      leaseSeconds: 45,
    });
    expect(again.map(lease => lease.cluster)).toEqual(['a']);
  });

  it('notes that clusters answered, but for those that another replica holds', async () => {
    const { fleet, store } = await createFleet('a', 'b');
    await fleet.poll('a', [kustomization()]);
    await fleet.poll('b', [kustomization()]);
    const leases = await Promise.all(['a', 'b'].map(it => fleet.lease(it)));
    const [ours, lost] = leases;
    fleet.now = new Date(fleet.now.getTime() + 30_000);
    await store.touch([ours, { ...lost, epoch: lost.epoch - 1 }], {
      at: fleet.now,
    });
    const contactOf = async (of: string) =>
      (await store.getCluster(of, everything))?.reachability.lastContactAt;
    expect(await contactOf('a')).toBe(fleet.now.toISOString());
    expect(await contactOf('b')).not.toBe(fleet.now.toISOString());
  });

  it('never gives one cluster to two replicas that claim at once', async () => {
    const { store } = await createFleet(
      ...Array.from({ length: 40 }, (_, i) => `c-${i}`),
    );
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        store.claimClusters({
          replica: `replica-${i}`,
          limit: 10,
          leaseSeconds: 45,
        }),
      ),
    );
    const names = claims.flat().map(lease => lease.cluster);
    expect(new Set(names).size).toBe(names.length);
    const rest = await store.claimClusters({
      replica: 'late',
      limit: 100,
      leaseSeconds: 45,
    });
    expect(names.length + rest.length).toBe(40);
  });

  it('counts the replicas that live', async () => {
    const { fleet, store } = await createFleet();
    await store.heartbeat('one', { ttlSeconds: 45 });
    expect(await store.heartbeat('two', { ttlSeconds: 45 })).toBe(2);
    fleet.now = new Date(fleet.now.getTime() + 60_000);
    expect(await store.heartbeat('two', { ttlSeconds: 45 })).toBe(1);
  });

  it('goes on where another stopped', async () => {
    const { fleet, store } = await createFleet('a');
    expect(await store.readPollState('a')).toMatchObject({
      reachability: { outcome: 'pending' },
      collections: [],
    });
    await fleet.write('a', {
      contact: {
        reachability: { outcome: 'ok', lastContactAt: fleet.now.toISOString() },
        uid: 'uid-1',
        version: 'v1.34.2',
        resourceVersion: '77',
      },
      collections: [fleet.collection([kustomization()])],
    });
    await fleet.write('a', {
      contact: {
        reachability: {
          outcome: 'unreachable',
          message: 'connection refused',
          since: fleet.now.toISOString(),
          lastContactAt: fleet.now.toISOString(),
        },
      },
    });
    expect(await store.readPollState('a')).toEqual({
      uid: 'uid-1',
      version: 'v1.34.2',
      resourceVersion: '77',
      reachability: {
        outcome: 'unreachable',
        message: 'connection refused',
        since: fleet.now.toISOString(),
        lastContactAt: fleet.now.toISOString(),
      },
      collections: [
        expect.objectContaining({
          kind: 'Kustomization',
          plural: 'kustomizations',
          projection: '1',
          outcome: 'ok',
          since: fleet.now,
          provenAt: fleet.now,
        }),
      ],
    });
  });

  it('deletes what a listing did not name once it is complete, and not before', async () => {
    const { fleet, store } = await createFleet('a');
    const listed = (id: string, complete: boolean, ...names: string[]) =>
      fleet.write('a', {
        collections: [
          fleet.collection(
            names.map(given => kustomization({ name: given })),
            { listing: { id, complete } },
          ),
        ],
      });
    await listed('first', false, 'one', 'two');
    await listed('first', true, 'three');
    expect(await namesOf(store)).toEqual(['one', 'three', 'two']);

    expect(await listed('second', false, 'one', 'four')).toEqual({
      changed: 1,
    });
    expect(await namesOf(store)).toEqual(['four', 'one', 'three', 'two']);
    // A listing that begins anew forgets what the one before had named.
    await listed('third', false, 'four');
    expect(await listed('third', true, 'two')).toEqual({ changed: 2 });
    expect(await namesOf(store)).toEqual(['four', 'two']);

    await fleet.write('a', {
      collections: [
        fleet.collection([kustomization()], { objects: [], clear: true }),
      ],
    });
    expect(await namesOf(store)).toEqual([]);
  });

  it('says what changed, and not that an engine looked again', async () => {
    const { fleet } = await createFleet('a');
    expect(await fleet.poll('a', [kustomization(), deployment()])).toEqual({
      changed: 2,
    });
    expect(await fleet.poll('a', [kustomization(), deployment()])).toEqual({
      changed: 0,
    });
    expect(
      await fleet.poll('a', [
        kustomization({ lastReconciledAt: '2026-11-20T12:01:00Z' }),
        deployment({ ready: 1 }),
      ]),
    ).toEqual({ changed: 1 });
    expect(
      await fleet.write('a', {
        collections: [
          fleet.collection([deployment()], {
            objects: [{ key: 'web/web', records: [] }],
          }),
        ],
      }),
    ).toEqual({ changed: 1 });
  });

  it('notes each settled state on the way, in order, and none at first sight', async () => {
    const { fleet, store } = await createFleet('a');
    const events = (...steps: Parameters<typeof kustomization>[0][]) =>
      fleet.write('a', {
        collections: [fleet.collection(steps.map(step => kustomization(step)))],
      });
    await events({ state: 'progressing' }, { state: 'healthy' });
    await events(
      { state: 'progressing', version: '2.0.0' },
      {
        state: 'failing',
        version: '2.0.0',
        since: '2026-11-20T11:59:00Z',
        summary: 'cannot apply',
      },
      { state: 'unknown', version: '2.0.0' },
      { state: 'healthy', version: '2.0.0', since: '2026-11-20T11:59:30Z' },
    );
    await events({ state: 'progressing', version: '2.0.0' });
    await events({ state: 'healthy', version: '2.0.0' });

    const { items, totalItems } = await store.listTransitions({
      access: everything,
    });
    expect(totalItems).toBe(2);
    expect(items).toMatchObject([
      {
        from: 'failing',
        to: 'healthy',
        fromVersion: '2.0.0',
        toVersion: '2.0.0',
        at: '2026-11-20T11:59:30.000Z',
      },
      {
        from: 'healthy',
        to: 'failing',
        fromVersion: '1.0.0',
        toVersion: '2.0.0',
        at: '2026-11-20T11:59:00.000Z',
        summary: 'cannot apply',
        targetCluster: 'a',
      },
    ]);

    await store.prune({
      transitionsBefore: new Date('2026-11-20T11:59:15.000Z'),
    });
    expect(await store.listTransitions({ access: everything })).toMatchObject({
      totalItems: 1,
    });
  });

  it('sums up nodes, namespaces and engines, and says how the cluster is', async () => {
    const { fleet, store } = await createFleet('a');
    expect(await store.getCluster('a', everything)).toMatchObject({
      state: 'unknown',
      summary: 'not polled yet',
      freshness: { stale: true, reason: 'not polled yet' },
    });

    await fleet.poll('a', [
      node({ region: 'eu-west-1', provider: 'aws' }),
      node({
        name: 'node-2',
        ready: false,
        pressure: ['DiskPressure'],
        state: 'failing',
      }),
      engineRecord(),
    ]);
    expect(await store.getCluster('a', everything)).toMatchObject({
      state: 'degraded',
      summary: '1 of 2 nodes not ready',
      region: 'eu-west-1',
      provider: 'aws',
      version: 'v1.34.2',
      nodes: { total: 2, ready: 1, pressure: 1 },
      capacity: { cpuCores: 8, memoryBytes: 2048, pods: 220 },
      engines: [
        { name: 'flux', installed: true, version: 'v2.9.4' },
        { name: 'kubernetes', installed: true },
      ],
      freshness: { observedAt: fleet.now.toISOString(), stale: false },
    });

    const since = fleet.now.toISOString();
    await fleet.write('a', {
      contact: {
        reachability: {
          outcome: 'unreachable',
          message: 'connection refused',
          since,
          lastContactAt: since,
        },
      },
    });
    const lost = await store.getCluster('a', everything);
    expect(lost).toMatchObject({
      state: 'unreachable',
      summary: 'unreachable: connection refused',
      nodes: { total: 2 },
      freshness: { observedAt: since, stale: true },
    });
    await fleet.poll('a', [node()]);
    expect(await store.getCluster('a', everything)).toMatchObject({
      state: 'healthy',
      nodes: { total: 1, ready: 1 },
    });
    const { items } = await store.listTransitions({ access: everything });
    expect(items.map(({ kind, from, to }) => [kind, from, to])).toEqual(
      expect.arrayContaining([
        ['Cluster', 'degraded', 'unreachable'],
        ['Cluster', 'unreachable', 'healthy'],
      ]),
    );
  });

  it('writes nothing of a change that fails half-way', async () => {
    const { database, fleet, store } = await createFleet('a');
    await expect(
      fleet.write('a', {
        collections: [
          fleet.collection([kustomization()]),
          fleet.collection([
            deployment({ name: undefined as unknown as string }),
          ]),
        ],
      }),
    ).rejects.toThrow();
    expect(await namesOf(store)).toEqual([]);
    expect(await database('collections')).toEqual([]);
  });
});
