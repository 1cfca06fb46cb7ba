import type { AnalysisRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import {
  argoApplication,
  canary,
  cluster,
  deployment,
  gitRepository,
  kustomization,
  node,
} from './__fixtures__/records';

const web = {
  entityRef: 'component:default/web',
  kubernetesId: 'web',
  ownerRefs: ['group:default/pay'],
};
const search = {
  entityRef: 'component:default/search',
  kubernetesId: 'search',
  ownerRefs: ['group:default/find'],
};
const proofOf = (id: string) => ({
  proofs: { 'backstage.io/kubernetes-id': id },
});

describe.each(databaseNames)('resolving in %s', name => {
  const databases = useDatabases();

  async function createFleet(...names: string[]) {
    const database = await databases.create(name);
    const fleet = await FleetFixture.create(database);
    await fleet.syncClusters(names.map(given => cluster(given)));
    return { database, fleet, store: fleet.store };
  }

  async function only(store: FleetFixture['store']) {
    const { items } = await store.listApplications({ access: everything });
    expect(items).toHaveLength(1);
    return items[0];
  }

  it('brings links up to date when the catalog changes, and only then', async () => {
    const { fleet, store } = await createFleet('a');
    await fleet.poll('a', [
      kustomization(),
      deployment(proofOf('web')),
      deployment({ name: 'search', ...proofOf('search') }),
    ]);
    expect(await only(store)).toMatchObject({ entityRefs: [], shared: false });

    expect((await store.setDirectory(entityDirectoryOf([web]))).changed).toBe(
      2,
    );
    expect(await only(store)).toMatchObject({
      entityRefs: ['component:default/web'],
      ownerRefs: ['group:default/pay'],
      deliveryKeyBasis: 'entity',
    });
    expect(await store.setDirectory(entityDirectoryOf([web]))).toEqual({
      changed: 0,
    });

    await store.setDirectory(entityDirectoryOf([search, web]));
    expect(await only(store)).toMatchObject({
      entityRefs: ['component:default/search', 'component:default/web'],
      ownerRefs: ['group:default/find', 'group:default/pay'],
      shared: true,
      deliveryKeyBasis: 'itself',
    });
    const { workloads } = await store.getEntity({
      entityRef: 'component:default/web',
      members: [],
      narrowing: {},
      access: everything,
    });
    expect(workloads.map(item => item.name)).toEqual(['web']);

    await store.setDirectory(
      entityDirectoryOf([
        web,
        { ...web, entityRef: 'component:default/impostor' },
      ]),
    );
    expect(await only(store)).toMatchObject({ entityRefs: [], ownerRefs: [] });
  });

  it('keeps what it knew of the catalog over a restart', async () => {
    const { database, fleet, store } = await createFleet('a');
    await store.setDirectory(entityDirectoryOf([web]));
    await fleet.poll('a', [kustomization(proofOf('web'))]);

    const restarted = await FleetFixture.create(database);
    await restarted.store.claimClusters({
      replica: 'other',
      limit: 1,
      leaseSeconds: 45,
    });
    await fleet.poll('a', [
      kustomization({ ...proofOf('web'), state: 'failing' }),
    ]);
    expect(await only(restarted.store)).toMatchObject({
      state: 'failing',
      entityRefs: ['component:default/web'],
    });
    expect(
      await restarted.store.setDirectory(entityDirectoryOf([web])),
    ).toEqual({ changed: 0 });
  });

  it('links an application by its workloads as these come and go, on whichever cluster', async () => {
    const { fleet, store } = await createFleet('hub', 'a');
    await store.setDirectory(entityDirectoryOf([web]));
    await fleet.poll('hub', [
      argoApplication({
        target: { type: 'server', server: 'https://a.example.org' },
      }),
    ]);
    const owned = { ownerKey: 'Application//web' };
    expect(await only(store)).toMatchObject({ entityRefs: [] });

    await fleet.poll('a', [deployment({ ...owned, ...proofOf('web') })]);
    expect(await only(store)).toMatchObject({
      entityRefs: ['component:default/web'],
      deliveryKey: 'component:default/web',
    });
    await fleet.poll('a', [deployment(owned)]);
    expect(await only(store)).toMatchObject({ entityRefs: [] });
    await fleet.poll('a', [deployment({ ...owned, ...proofOf('web') })]);
    await fleet.write('a', {
      collections: [
        fleet.collection([deployment()], { objects: [], clear: true }),
      ],
    });
    expect(await only(store)).toMatchObject({ entityRefs: [] });
  });

  it('finds targets again when the inventory changes', async () => {
    const { fleet, store } = await createFleet('hub');
    await fleet.poll('hub', [
      argoApplication({ target: { type: 'name', name: 'late' } }),
    ]);
    expect((await only(store)).targetCluster).toBeUndefined();

    await fleet.syncClusters([
      cluster('hub'),
      cluster('late', { labels: { environment: 'staging' } }),
    ]);
    expect(await only(store)).toMatchObject({
      targetCluster: 'late',
      environment: 'staging',
    });
    await fleet.syncClusters([cluster('hub')]);
    expect((await only(store)).targetCluster).toBeUndefined();
  });

  it('gives equal delivery keys to equal things, once source and region are known', async () => {
    const { fleet, store } = await createFleet('one', 'two');
    const flux = (region: string) => [
      kustomization({
        name: `web-${region}`,
        sources: [{ type: 'git', path: `./regions/${region}/web` }],
      }),
    ];
    await fleet.poll('one', flux('us-east-1'));
    await fleet.poll('two', flux('eu-west-1'));
    const keys = async () => {
      const { items } = await store.listApplications({ access: everything });
      return items.map(({ deliveryKey, deliveryKeyBasis }) => [
        deliveryKeyBasis,
        deliveryKey,
      ]);
    };
    expect((await keys()).map(([basis]) => basis)).toEqual([
      'itself',
      'itself',
    ]);
    await fleet.poll('one', [gitRepository(), node({ region: 'us-east-1' })]);
    await fleet.poll('two', [node({ region: 'eu-west-1' }), gitRepository()]);
    const same = ['source', 'source:github.com/acme/fleet//regions/web'];
    expect(await keys()).toEqual([same, same]);
  });

  it('maps namespaces and projects to owners, which proves no sameness', async () => {
    const { fleet, store } = await createFleet('a');
    await fleet.poll('a', [
      kustomization({ targetNamespace: 'team-pay-web' }),
      argoApplication({ project: 'core' }),
    ]);
    const { items } = await store.listApplications({
      access: everything,
      orderField: { field: 'engine', order: 'asc' },
    });
    expect(items).toMatchObject([
      { entityRefs: ['system:default/core'], deliveryKeyBasis: 'source' },
      { entityRefs: [], ownerRefs: ['group:default/pay'] },
    ]);
    expect(await store.listUnowned({ access: everything })).toMatchObject({
      totalItems: 0,
    });
  });

  it('takes the version of a canary’s primary for what runs, whoever is read first', async () => {
    const { fleet, store } = await createFleet('a');
    const target = deployment({ version: '1.5.0', desired: 0, ready: 0 });
    const primary = deployment({
      name: 'web-primary',
      version: '1.4.2',
      ownerKey: undefined,
      primaryOf: 'web',
    });
    const failed = canary({ ownerKey: kustomization().ownerKey });
    await fleet.poll('a', [kustomization(), target, primary]);
    expect((await only(store)).version).toBe('1.5.0');

    await fleet.poll('a', [failed]);
    const { id, version } = await only(store);
    expect(version).toBe('1.4.2');
    const detail = await store.getApplication(id, everything);
    expect(detail).toMatchObject({
      workloads: [{ name: 'web' }, { name: 'web-primary' }],
      canaries: [
        { target: 'Deployment/web', wanted: '1.5.0', running: '1.4.2' },
      ],
    });

    await fleet.poll('a', [target, { ...primary, version: '1.5.0' }]);
    expect((await only(store)).version).toBe('1.5.0');

    const other = kustomization({ name: 'other' });
    await fleet.poll('a', [kustomization(), other]);
    await fleet.poll('a', [canary({ ownerKey: other.ownerKey })]);
    const { items } = await store.listApplications({ access: everything });
    const [moved] = items.filter(({ name: given }) => given === 'other');
    expect(await store.getApplication(moved.id, everything)).toMatchObject({
      application: { version: '1.5.0' },
      workloads: [{ name: 'web-primary' }],
    });
  });

  it('shows of a canary what is measured of the version that comes, and nothing of an earlier one', async () => {
    const { fleet, store } = await createFleet('a');
    const rollout = canary({
      engine: 'argocd',
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      target: 'Rollout/web',
      revision: 'new',
      ownerKey: kustomization().ownerKey,
    });
    const run = (given: Partial<AnalysisRecord>): AnalysisRecord => ({
      type: 'analysis',
      engine: 'argocd',
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisRun',
      namespace: 'web',
      name: 'run',
      state: 'progressing',
      summary: 'measures',
      canary: rollout,
      revision: 'new',
      metrics: [],
      ...given,
    });
    const metric = (message: string) => ({ name: 'rate', message });
    await fleet.poll('a', [
      kustomization(),
      rollout,
      run({ name: 'b', since: '2026-01-02', metrics: [metric('later')] }),
      run({
        name: 'a',
        since: '2026-01-01',
        failedChecks: 2,
        threshold: 3,
        metrics: [metric('before'), { name: 'smoke' }],
      }),
      run({ name: 'old', revision: 'old', metrics: [metric('old')] }),
    ]);
    const { id } = await only(store);
    expect(
      (await store.getApplication(id, everything))?.canaries,
    ).toMatchObject([
      {
        failedChecks: 2,
        threshold: 3,
        metrics: [{ name: 'smoke' }, { name: 'rate', message: 'later' }],
      },
    ]);
  });
});
