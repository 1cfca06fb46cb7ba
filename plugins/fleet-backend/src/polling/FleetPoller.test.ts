import { createDemoFleet, type DemoFleet } from '@fleetcommander/demo-fleet';
import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { builtInEngines } from '../engines/builtInEngines';
import { ListRecorder } from './__testUtils__/ListRecorder';
import {
  createDatabase,
  definitionsOf,
  startPolling,
} from './__testUtils__/startPolling';

const everything = { clusters: true, applications: true, claims: true };

async function until(holds: () => Promise<boolean> | boolean) {
  while (!(await holds())) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

jest.setTimeout(60_000);

/** Where it does not matter what is read, few kinds are read sooner. */
const engines = builtInEngines.filter(({ name }) =>
  ['kubernetes', 'flux', 'argocd'].includes(name),
);

/** Other engines may read them as well. */
const isDeployments = (key: { engine: string; plural: string }) =>
  key.engine === 'kubernetes' && key.plural === 'deployments';

describe('FleetPoller', () => {
  let fleet: DemoFleet;
  let database: Knex;
  const replicas: Awaited<ReturnType<typeof startPolling>>[] = [];

  beforeEach(async () => {
    fleet = await createDemoFleet({ spokes: 3, basePort: 0, still: true });
    await fleet.start();
    database = createDatabase();
  });

  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(replica => replica.stop()));
    await fleet.stop();
    await database.destroy();
  });

  async function start(
    options: Partial<Parameters<typeof startPolling>[0]> = {},
  ) {
    const replica = await startPolling({
      database,
      clusters: definitionsOf(fleet),
      ...options,
    });
    replicas.push(replica);
    return replica;
  }

  async function clusters(): Promise<Cluster[]> {
    return (await replicas[0].store.listClusters({ access: everything })).items;
  }

  async function allRead() {
    const all = await clusters();
    return (
      all.length === fleet.clusters.size &&
      all.every(({ freshness }) => freshness.observedAt && !freshness.stale)
    );
  }

  it('reads a fleet, follows its changes, and goes on where another backend stopped without listing', async () => {
    const first = await start();
    await until(allRead);
    const { totalItems } = await first.store.listApplications({
      access: everything,
    });
    expect(totalItems).toBeGreaterThan(10);
    await replicas.pop()!.stop();

    const target = fleet.clusters.get('dev-us-east-1')!;
    target.objects.remove({
      group: 'apps',
      plural: 'deployments',
      ...target.objects.list('apps', 'deployments')[0].metadata,
    });
    const before = (await first.store.listCollections('dev-us-east-1')).find(
      isDeployments,
    )!;

    const recorder = new ListRecorder().start();
    const second = await start();
    await until(async () => {
      const now = (await second.store.listCollections('dev-us-east-1')).find(
        isDeployments,
      )!;
      return now.records === before.records - 1;
    });
    recorder.stop();
    expect(recorder.lists).toEqual([]);
  });

  it('shows a cluster that falls silent as unreachable with what was known of it, leaves the others alone, and sees it return', async () => {
    const { store } = await start({ engines });
    await until(allRead);
    const silent = [...fleet.clusters.values()].find(({ plan }) => !plan.hub)!;
    const known = (await store.getCluster(silent.name, everything))!;
    await silent.setFault({ type: 'silent' });
    await until(
      async () =>
        (await store.getCluster(silent.name, everything))!.reachability
          .outcome === 'unreachable',
    );
    const away = (await store.getCluster(silent.name, everything))!;
    expect(away.state).toBe('unreachable');
    expect(away.reachability.message).toContain('no answer from');
    expect(away.applications).toEqual(known.applications);
    expect(away.freshness.stale).toBe(true);
    const others = (await clusters()).filter(
      ({ name }) => name !== silent.name,
    );
    expect(others.map(({ reachability }) => reachability.outcome)).toEqual(
      others.map(() => 'ok'),
    );
    await silent.setFault(undefined);
    await until(
      async () =>
        (await store.getCluster(silent.name, everything))!.reachability
          .outcome === 'ok',
    );
  });

  it('polls on when the database was away while a cluster came back', async () => {
    const { store, poller } = await start({ engines });
    await until(allRead);
    const cluster = fleet.clusters.get('dev-us-east-1')!;
    const outcome = async () =>
      (await store.getCluster(cluster.name, everything))!.reachability.outcome;
    await cluster.setFault({ type: 'refuse' });
    await until(async () => (await outcome()) === 'unreachable');
    await database.raw(
      "create trigger away before update of outcome on clusters begin select raise(abort, 'away'); end",
    );
    await cluster.setFault(undefined);
    await poller.refresh(cluster.name);
    expect(await outcome()).toBe('unreachable');
    await database.raw('drop trigger away');
    await until(async () => (await outcome()) === 'ok');
  });

  it('lists again what was rebuilt under its name, and what was restored from a backup', async () => {
    const { store, poller } = await start();
    await until(allRead);
    const cluster = fleet.clusters.get('dev-us-east-1')!;
    const uid = (await store.getCluster(cluster.name, everything))!.uid;
    const before = await store.listCollections(cluster.name);
    const recorder = new ListRecorder().start();
    await cluster.setFault({ type: 'rebuilt' });
    await until(async () => {
      const now = (await store.getCluster(cluster.name, everything))!;
      return now.uid !== uid;
    });
    recorder.stop();
    expect(recorder.lists).toHaveLength(
      before.filter(({ outcome }) => outcome === 'ok').length,
    );

    const { metadata } = cluster.objects.list('apps', 'deployments')[0];
    const ref = { group: 'apps', plural: 'deployments', ...metadata };
    cluster.takeSnapshot();
    cluster.objects.remove(ref);
    await poller.refresh(cluster.name);
    const without = (await store.listCollections(cluster.name)).find(
      isDeployments,
    )!.records;
    await cluster.setFault({ type: 'restored' });
    await until(async () => {
      const deployments = (await store.listCollections(cluster.name)).find(
        isDeployments,
      )!;
      return deployments.records === without + 1;
    });
  });

  it('tells what is forbidden, throttled, broken and not installed apart, and keeps what it knew', async () => {
    const { store, poller } = await start();
    await until(allRead);
    const cluster = [...fleet.clusters.values()].find(
      ({ plan }) => plan.delivery === 'flux' && !plan.hub,
    )!;
    async function outcomes() {
      await poller.refresh(cluster.name);
      const states = await store.listCollections(cluster.name);
      return ['kustomizations', 'helmreleases'].map(
        plural => states.find(state => state.plural === plural)!,
      );
    }
    const [known] = await outcomes();
    expect(known.records).toBeGreaterThan(0);
    for (const [fault, outcome] of [
      [{ type: 'forbidden', kind: 'kustomizations' }, 'not-allowed'],
      [{ type: 'throttled', kind: 'kustomizations' }, 'throttled'],
      [{ type: 'error', kind: 'kustomizations' }, 'broken-answer'],
    ] as const) {
      await cluster.setFault(fault);
      expect(await outcomes()).toMatchObject([
        { outcome, records: known.records },
        { outcome: 'ok' },
      ]);
      await cluster.setFault(undefined);
      expect(await outcomes()).toMatchObject([
        { outcome: 'ok' },
        { outcome: 'ok' },
      ]);
    }
    await cluster.setFault({
      type: 'group-missing',
      kind: 'kustomize.toolkit.fluxcd.io',
    });
    expect(await outcomes()).toMatchObject([
      { outcome: 'not-installed', records: 0 },
      { outcome: 'ok' },
    ]);
    await cluster.setFault(undefined);
    expect(await outcomes()).toMatchObject([
      { outcome: 'ok', records: known.records },
      { outcome: 'ok' },
    ]);
  });

  it('reads every kind of a group that an engine names with a star, as they come and go', async () => {
    const { store, poller } = await start();
    await until(allRead);
    const cluster = fleet.clusters.get('dev-us-east-1')!;
    const group = 'constraints.gatekeeper.sh';
    async function kinds() {
      await poller.refresh(cluster.name);
      return (await store.listCollections(cluster.name))
        .filter(state => state.group === group)
        .map(({ kind, outcome, records }) => ({ kind, outcome, records }));
    }
    const none = [{ kind: '*', outcome: 'not-installed', records: 0 }];
    expect(await kinds()).toEqual(none);

    const define = (kind: string) =>
      cluster.objects.define([
        {
          group,
          versions: ['v1beta1', 'v1alpha1'],
          kind,
          plural: kind.toLowerCase(),
          singular: kind.toLowerCase(),
          namespaced: false,
          subresources: ['status'],
        },
      ]);
    const put = (kind: string) =>
      cluster.objects.put(
        {
          apiVersion: `${group}/v1beta1`,
          kind,
          metadata: { name: 'all' },
          spec: { enforcementAction: 'warn' },
        },
        { manager: 'kubectl' },
      );
    define('K8sRequiredLabels');
    put('K8sRequiredLabels');
    const labels = { kind: 'K8sRequiredLabels', outcome: 'ok', records: 1 };
    expect(await kinds()).toEqual([labels]);
    define('K8sAllowedRepos');
    put('K8sAllowedRepos');
    const repositories = { ...labels, kind: 'K8sAllowedRepos' };
    expect(await kinds()).toEqual([repositories, labels]);

    await replicas.pop()!.stop();
    cluster.objects.remove({
      group: 'apiextensions.k8s.io',
      plural: 'customresourcedefinitions',
      name: `k8sallowedrepos.${group}`,
    });
    const second = await start();
    await until(async () => {
      const { length } = (
        await second.store.listCollections(cluster.name)
      ).filter(state => state.group === group);
      return length === 1;
    });
    cluster.objects.undefine(group);
    await second.poller.refresh(cluster.name);
    expect(
      (await second.store.listCollections(cluster.name)).filter(
        state => state.group === group,
      ),
    ).toMatchObject(none);
  });

  it('finds unasked what comes to a cluster that is new', async () => {
    const cluster = fleet.clusters.get('dev-us-east-1')!;
    const group = 'constraints.gatekeeper.sh';
    await cluster.setFault({ type: 'rebuilt' });
    const { store } = await start();
    await until(allRead);
    cluster.objects.define([
      {
        group,
        versions: ['v1beta1'],
        kind: 'K8sRequiredLabels',
        plural: 'k8srequiredlabels',
        singular: 'k8srequiredlabels',
        namespaced: false,
      },
    ]);
    const kindsRead = async () =>
      (await store.listCollections(cluster.name)).map(({ kind }) => kind);
    await until(async () => (await kindsRead()).includes('K8sRequiredLabels'));
    expect(await kindsRead()).toContain('K8sRequiredLabels');
  });

  it('shares the clusters between replicas, and a replica that stops leaves its share to the other', async () => {
    await start({ engines });
    await until(allRead);
    await start({ engines });
    async function holders() {
      const rows = await database('clusters').select('replica');
      return rows.map(({ replica }) => replica).filter(Boolean);
    }
    await until(async () => {
      const replicaOf = await holders();
      return replicaOf.length === 4 && new Set(replicaOf).size === 2;
    });
    await replicas.pop()!.stop();
    await until(async () => {
      const replicaOf = await holders();
      return replicaOf.length === 4 && new Set(replicaOf).size === 1;
    });
    expect(await allRead()).toBe(true);
  });

  it('forgets after a restart what an engine had read that is turned off now, of a silent cluster too', async () => {
    await start();
    await until(allRead);
    await replicas.pop()!.stop();
    for (const cluster of fleet.clusters.values()) {
      await cluster.setFault({ type: 'silent' });
    }
    const { store } = await start({
      engines: builtInEngines.filter(({ name }) => name !== 'flux'),
    });
    await until(async () => {
      const { items } = await store.listApplications({
        access: everything,
        limit: 500,
      });
      return items.every(({ engine }) => engine !== 'flux');
    });
    expect(
      (await clusters()).map(({ workloads }) => workloads.healthy),
    ).toEqual(expect.arrayContaining([expect.any(Number)]));
  });

  it('leaves a cluster alone that it knows from before, until its source has answered', async () => {
    await start({ engines });
    await until(allRead);
    await replicas.pop()!.stop();
    const inventory = {
      clusters: definitionsOf(fleet).slice(1),
      complete: false,
    };
    const [late] = definitionsOf(fleet);
    await start({ engines, inventory: { current: () => inventory } });
    const stoppedAt = new Date().toISOString();
    const contactOf = (name: string) =>
      replicas[0].store
        .getCluster(name, everything)
        .then(cluster => cluster!.reachability);
    await until(async () =>
      (
        await Promise.all(inventory.clusters.map(({ name }) => contactOf(name)))
      ).every(({ lastContactAt = '' }) => lastContactAt > stoppedAt),
    );
    await replicas[0].poller.refresh(late.name);
    expect(await contactOf(late.name)).toMatchObject({ outcome: 'ok' });
    expect((await contactOf(late.name)).lastContactAt! < stoppedAt).toBe(true);

    Object.assign(inventory, {
      clusters: definitionsOf(fleet),
      complete: true,
    });
    replicas[0].poller.inventoryChanged();
    await until(
      async () => (await contactOf(late.name)).lastContactAt! > stoppedAt,
    );
  });

  it('notes each contact with clusters that have nothing new', async () => {
    const { store } = await start({ engines });
    await until(allRead);
    const contacts = async () =>
      (await clusters()).map(
        ({ reachability: { lastContactAt = '' } }) => lastContactAt,
      );
    // By now everything is watched, and the store told so.
    await until(async () => {
      const held = await Promise.all(
        (await clusters()).map(({ name }) => store.listCollections(name)),
      );
      return held.flat().some(collection => collection.held);
    });
    const write = jest.spyOn(store, 'write');
    const [before] = (await contacts()).sort().reverse();
    await until(async () =>
      (await contacts()).every(contact => contact > before),
    );
    expect(write.mock.calls.length).toBeLessThan(fleet.clusters.size * 2);
  });

  it('sees an edit by hand at once, and says who changed what', async () => {
    await fleet.stop();
    fleet = await createDemoFleet({ spokes: 3, basePort: 0 });
    await fleet.start();
    const { store } = await start();
    await until(allRead);
    fleet.scenario('edit-by-hand');
    const overrides = () =>
      store.listDrifts({
        filter: [{ kind: ['override'] }],
        access: everything,
      });
    await until(async () => (await overrides()).totalItems > 0);
    expect((await overrides()).items).toMatchObject([
      {
        cluster: 'prod-us-east-1',
        environment: 'production',
        object: { kind: 'Deployment', namespace: 'discovery', name: 'search' },
        path: '.spec.replicas',
        from: '3',
        to: '5',
        manager: 'kubectl-edit',
        application: { kind: 'Kustomization' },
        correction: { expected: true, by: 'Flux' },
      },
    ]);
  });
});
