import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import {
  claimRules,
  clusterClaim,
  composite,
  managed,
  referenceTo,
} from './__fixtures__/claims';
import { cluster, kustomization, node } from './__fixtures__/records';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { Access, ListQuery } from './FleetQueryStore';

const engines = { engines: ['crossplane', 'flux'] };

describe.each(databaseNames)('claims on %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name), {
      claims: claimRules,
    });
    await fleet.syncClusters([
      cluster('hub', { hub: true, labels: { team: 'core' } }),
    ]);
  });

  /** Writes all there is on the hub, and brings claims up to date. */
  async function poll(...records: ClaimNodeRecord[]) {
    await fleet.poll('hub', records, engines);
    return fleet.store.claims.sweep();
  }

  async function list(query: Partial<ListQuery> = {}) {
    return fleet.store.claims.list({ access: everything, ...query });
  }

  async function detail(claim = 'staging-eu-1') {
    const { items } = await list({ filter: [{ name: [claim] }] });
    return (await fleet.store.claims.getDetail(items[0].id, everything))!;
  }

  async function tree(query: Partial<ListQuery> = {}) {
    const { items } = await list({ filter: [{ name: ['staging-eu-1'] }] });
    return (await fleet.store.claims.getTree(items[0].id, {
      access: everything,
      limit: 500,
      ...query,
    }))!;
  }

  const subnet = managed();
  const plane = managed({
    apiVersion: 'eks.aws.upbound.io/v1beta1',
    kind: 'Cluster',
    name: 'staging-eu-1',
    controlPlane: true,
    clusterVersion: '1.35',
  });
  const group = managed({
    apiVersion: 'eks.aws.upbound.io/v1beta1',
    kind: 'NodeGroup',
    name: 'general',
    state: 'failing',
    summary: 'cannot be made: no capacity',
    reason: 'ReconcileError',
    message: 'InsufficientInstanceCapacity',
    since: '2026-11-20T11:55:00Z',
  });
  const whole = composite({
    state: 'failing',
    summary: 'cannot compose',
    since: '2026-11-20T11:51:00Z',
    children: [subnet, plane, group].map(referenceTo),
  });

  it('lift the first failing leaf to the top, and say what is asked for', async () => {
    expect(await poll(clusterClaim(), whole, subnet, plane, group)).toBe(1);
    const { items, facets } = await list();
    expect(items).toMatchObject([
      {
        name: 'staging-eu-1',
        cluster: 'hub',
        state: 'failing',
        summary: 'NodeGroup general: cannot be made: no capacity',
        message: 'InsufficientInstanceCapacity',
        step: 'provisioning',
        stepState: 'failing',
        failing: {
          kind: 'NodeGroup',
          path: [
            'KubernetesCluster/staging-eu-1',
            'XKubernetesCluster/staging-eu-1-x',
            'NodeGroup/general',
          ],
        },
        ready: 2,
        total: 5,
        makesCluster: 'staging-eu-1',
        environment: 'staging',
        version: '1.35',
        nodeGroups: [{ name: 'general', minSize: 1, maxSize: 3 }],
        addons: ['ingress'],
      },
    ]);
    expect(items[0].usualSeconds).toBeUndefined();
    const summary = (access = everything) => fleet.store.getSummary({ access });
    expect(await summary()).toMatchObject({
      attention: [{ type: 'claim', claimId: items[0].id, state: 'failing' }],
      attentionTotal: 1,
    });
    expect(await summary({ ...everything, claims: false })).toMatchObject({
      attention: [],
      attentionTotal: 0,
    });
    expect(facets.environment).toEqual([{ value: 'staging', count: 1 }]);
    expect((await tree()).items).toMatchObject([
      { kind: 'KubernetesCluster', depth: 0, children: 1 },
      { kind: 'XKubernetesCluster', depth: 1, children: 3 },
      { kind: 'NodeGroup', depth: 2, state: 'failing' },
      { kind: 'Cluster', depth: 2 },
      { kind: 'Subnet', depth: 2 },
    ]);
    expect(
      (await tree({ filter: [{ state: ['failing'] }], text: 'node' })).items,
    ).toMatchObject([{ kind: 'NodeGroup' }]);
    // Nothing changed, and nothing is written.
    expect(await fleet.store.claims.sweep()).toBe(0);
  });

  it('go through their steps, each with its evidence and time', async () => {
    await poll(
      clusterClaim({ ownerKey: 'Kustomization/flux-system/claims' }),
      whole,
      subnet,
      plane,
    );
    expect((await detail()).steps).toMatchObject([
      { step: 'pull-request', state: 'skipped' },
      { step: 'merged', state: 'skipped' },
      { step: 'claimed', state: 'done', endedAt: '2026-11-20T11:50:00Z' },
      { step: 'provisioning', state: 'failing' },
      { step: 'control-plane', state: 'done' },
      { step: 'bootstrap', state: 'waiting' },
      { step: 'joined', state: 'active' },
    ]);

    const ready = {
      state: 'healthy',
      summary: 'ready',
      readyAt: '2026-11-20T12:00:00Z',
    } as const;
    await poll(clusterClaim(ready), { ...whole, ...ready }, subnet, plane, {
      ...group,
      ...ready,
    });
    expect((await list()).items).toMatchObject([
      {
        state: 'progressing',
        step: 'bootstrap',
        usualSeconds: 600,
        ready: 5,
        total: 5,
      },
    ]);

    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('staging-eu-1', { labels: { environment: 'staging' } }),
    ]);
    await fleet.poll('staging-eu-1', [kustomization()]);
    await fleet.store.claims.sweep();
    expect((await detail()).steps.slice(5)).toMatchObject([
      {
        step: 'bootstrap',
        state: 'active',
        summary: 'Delivery: no application flux-system/platform-* yet',
      },
      { step: 'joined', state: 'done', endedAt: fleet.now.toISOString() },
    ]);
    await fleet.poll('staging-eu-1', [
      kustomization({ name: 'platform-base' }),
    ]);
    await fleet.store.claims.sweep();
    expect((await detail()).claim).toMatchObject({
      state: 'healthy',
      step: 'joined',
      stepState: 'done',
      clusterEntityRef: 'resource:default/staging-eu-1',
    });
    // What becomes of the cluster later is told by the cluster.
    await fleet.poll('staging-eu-1', [
      kustomization({ name: 'platform-base', state: 'failing' }),
    ]);
    expect(await fleet.store.claims.sweep()).toBe(0);
  });

  it('count a cluster as bootstrapped by an engine that delivers from the hub', async () => {
    const ready = { state: 'healthy', summary: 'ready' } as const;
    const onHub = kustomization({
      engine: 'argocd',
      name: 'platform-base',
      target: { type: 'name', name: 'staging-eu-1' },
    });
    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('staging-eu-1', { labels: { environment: 'staging' } }),
    ]);
    await fleet.poll('staging-eu-1', [], { engines: ['kubernetes'] });
    const parts = [whole, subnet, plane, group].map(part => ({
      ...part,
      ...ready,
    }));
    await poll(clusterClaim(ready), ...parts);
    expect((await detail()).steps[5]).toMatchObject({
      state: 'active',
      summary:
        'Delivery: flux or argocd is not installed yet, no application flux-system/platform-* yet',
    });
    await fleet.poll('hub', [clusterClaim(ready), ...parts, onHub], engines);
    await fleet.store.claims.sweep();
    expect((await detail()).steps[5]).toMatchObject({ state: 'done' });
  });

  it('tell apart what is not there, what may not be read and what nobody reads', async () => {
    const secret = managed({ kind: 'Secret', apiVersion: 'v1', name: 'creds' });
    const role = managed({
      apiVersion: 'iam.aws.upbound.io/v1beta1',
      kind: 'Role',
      name: 'nodes',
    });
    const found = composite({
      children: [subnet, role, secret].map(referenceTo),
    });
    await fleet.write('hub', {
      collections: [
        fleet.collection([clusterClaim()]),
        fleet.collection([found]),
        fleet.collection([managed({ name: 'another' })]),
        {
          ...fleet.collection([role]),
          objects: [],
          state: {
            ...fleet.collection([role]).state,
            outcome: 'not-allowed',
            message: 'forbidden',
          },
        },
      ],
    });
    await fleet.store.claims.sweep();
    expect((await tree()).items.slice(2)).toMatchObject([
      { kind: 'Role', state: 'not-allowed', missing: true },
      { kind: 'Secret', state: 'unknown', missing: true },
      { kind: 'Subnet', state: 'progressing', missing: true },
    ]);
    const { treeProblems, claim } = await detail();
    expect(treeProblems).toEqual([
      expect.stringContaining('Subnet subnet-a: is not there'),
      'Role nodes: roles.iam.aws.upbound.io may not be read on this hub: forbidden.',
      'Secret creds: Secret are not read on this hub.',
    ]);
    expect(claim).toMatchObject({ ready: 0, total: 3 });

    // It comes, and the tree is looked at again.
    await fleet.write('hub', { collections: [fleet.collection([subnet])] });
    await fleet.store.claims.sweep();
    expect((await detail()).claim).toMatchObject({ ready: 1, total: 3 });
  });

  it('are made of what is no part of a claim by its kind as well', async () => {
    const object = {
      apiVersion: 'protection.crossplane.io/v1beta1',
      kind: 'ClusterUsage',
      name: 'nodes-first',
    };
    const usage = {
      ...object,
      type: 'usage',
      engine: 'crossplane',
      state: 'healthy',
      summary: 'protects the control plane',
      of: { kind: 'Cluster', name: 'staging-eu-1' },
    } as const;
    const guarded = composite({ children: [object] });
    await fleet.poll('hub', [clusterClaim(), guarded, usage], engines);
    await fleet.store.claims.sweep();
    expect((await tree()).items[2]).toMatchObject({
      kind: 'ClusterUsage',
      role: 'object',
      state: 'healthy',
      missing: false,
    });
    expect((await detail()).treeProblems).toEqual([]);
  });

  it('end where a tree goes round in a circle', async () => {
    const round = composite({ children: [referenceTo(clusterClaim())] });
    await poll(clusterClaim(), round);
    const { treeProblems } = await detail();
    expect(treeProblems).toEqual([
      expect.stringContaining('goes round in a circle'),
    ]);
    expect((await tree()).totalItems).toBe(2);
  });

  it('are made of thousands', async () => {
    const leaves = Array.from({ length: 2_000 }, (_, i) =>
      managed({
        name: `subnet-${i}`,
        ...(i === 1_234 && { state: 'failing', summary: 'quota exceeded' }),
      }),
    );
    await poll(
      clusterClaim(),
      composite({ children: leaves.map(referenceTo) }),
      ...leaves,
    );
    expect((await detail()).claim).toMatchObject({
      total: 2_002,
      ready: 1_999,
      summary: 'Subnet subnet-1234: quota exceeded',
    });
    const { items, totalItems, pageInfo } = await tree({ limit: 50 });
    expect([items.length, totalItems]).toEqual([50, 2_002]);
    expect(
      (await tree({ limit: 50, cursor: pageInfo.nextCursor })).items[0].name,
    ).not.toBe(items[0].name);
  });

  it('go with their objects', async () => {
    await poll(clusterClaim(), composite());
    await fleet.write('hub', {
      collections: [
        {
          ...fleet.collection([clusterClaim()]),
          objects: [{ key: 'fleet-system/staging-eu-1', records: [] }],
        },
      ],
    });
    await fleet.store.claims.sweep();
    expect((await list()).totalItems).toBe(0);
  });

  it('are found by an object of their tree', async () => {
    await poll(
      clusterClaim(),
      composite({ children: [referenceTo(plane)] }),
      plane,
    );
    const { items } = await list();
    const object = {
      cluster: 'hub',
      group: 'eks.aws.upbound.io',
      plural: 'clusters',
      name: 'staging-eu-1',
    };
    const { claims } = fleet.store;
    expect(await claims.findOwner(object, everything)).toBe(items[0].id);
    for (const other of [{ name: 'another' }, { group: '' }]) {
      expect(
        await claims.findOwner({ ...object, ...other }, everything),
      ).toBeUndefined();
    }
    expect(
      await claims.findOwner(object, {
        ...everything,
        claims: { field: 'environment', values: ['production'] },
      }),
    ).toBeUndefined();
  });

  it('are seen by who may see them and their hub', async () => {
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'system:default/shop',
          ownerRefs: ['group:default/pay'],
        },
      ]),
    );
    const proofs = { 'app.kubernetes.io/part-of': 'shop' };
    await poll(
      clusterClaim({ proofs }),
      composite(),
      clusterClaim({ name: 'prod-1', children: [], spec: {} }),
    );
    const seen = async (access: Partial<Access>) => {
      const { items, totalItems, facets } = await list({
        access: {
          clusters: true,
          applications: false,
          claims: true,
          ...access,
        },
      });
      expect(totalItems).toBe(items.length);
      expect(JSON.stringify(facets)).not.toContain(
        items.length === 0 ? 'hub' : 'nothing',
      );
      return items.map(item => item.name).sort();
    };
    const both = ['prod-1', 'staging-eu-1'];
    expect(await seen({})).toEqual(both);
    expect(await seen({ claims: false })).toEqual([]);
    expect(await seen({ clusters: false })).toEqual([]);
    for (const [condition, expected] of [
      [{ field: 'owner', values: ['group:default/pay'] }, ['staging-eu-1']],
      [{ field: 'environment', values: ['staging'] }, ['staging-eu-1']],
      [{ field: 'namespace', values: ['fleet-system'] }, both],
      [{ field: 'label', key: 'team', values: ['core'] }, both],
      [{ field: 'cluster', values: ['other'] }, []],
    ] as const) {
      const claims = { ...condition, values: [...condition.values] };
      expect(await seen({ claims })).toEqual(expected);
      const hidden = both.filter(item => !expected.some(it => it === item));
      expect(await seen({ claims: { not: claims } })).toEqual(hidden);
      const ids = (await list()).items.filter(item =>
        hidden.includes(item.name),
      );
      for (const { id } of ids) {
        const access = { ...everything, claims };
        expect(await fleet.store.claims.getTree(id, { access })).toBe(
          undefined,
        );
        expect(await fleet.store.claims.getDetail(id, access)).toBe(undefined);
      }
    }
  });

  it('tell of the cluster that they make only who may see it', async () => {
    const ready = {
      state: 'healthy',
      readyAt: '2026-11-20T12:00:00Z',
    } as const;
    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('staging-eu-1'),
    ]);
    await fleet.poll('staging-eu-1', [
      kustomization({
        name: 'platform-base',
        state: 'failing',
        summary: 'cannot pull registry.internal',
      }),
    ]);
    await poll(
      clusterClaim({ ...ready, summary: 'ready' }),
      composite({ ...ready }),
    );
    const blind: Access = {
      ...everything,
      clusters: { field: 'cluster', values: ['hub'] },
    };
    const told = async (access: Access) => {
      const { items } = await list({ access });
      const { attention } = await fleet.store.getSummary({ access });
      const seen = await fleet.store.claims.getDetail(items[0].id, access);
      return JSON.stringify({
        items,
        detail: seen,
        attention: attention.filter(({ type }) => type === 'claim'),
      });
    };
    expect(await told(everything)).toContain('registry.internal');
    const hidden = await told(blind);
    expect(hidden).not.toMatch(/registry|platform-base/);
    expect(hidden).toContain('you may not see this cluster');
    expect((await detail()).steps[5]).toMatchObject({ state: 'failing' });
  });

  it('are upgraded in waves that are kept until they end', async () => {
    await poll(clusterClaim(), composite());
    const { upgrades } = fleet.store;
    const [{ id: claimId }] = (await list()).items;
    const plan = {
      id: 'one',
      version: '1.36',
      state: 'running' as const,
      requester: 'user:default/ada',
      createdAt: fleet.now.toISOString(),
      waves: [
        {
          title: 'staging',
          clusters: [
            {
              cluster: 'staging-eu-1',
              claimId,
              state: 'waiting' as const,
              summary: 'waits for its wave',
            },
          ],
        },
      ],
    };
    await upgrades.add(plan);
    expect(await upgrades.running()).toEqual([plan]);
    const facts = async () => (await upgrades.facts(plan)).get(claimId);
    expect(await facts()).toMatchObject({
      claim: { version: '1.35' },
      reachable: false,
      unwell: 0,
    });
    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('staging-eu-1'),
    ]);
    await fleet.poll('staging-eu-1', [kustomization()]);
    expect(await facts()).toMatchObject({
      reachable: true,
      nodesUnknown: 'not read yet',
    });
    await fleet.poll('staging-eu-1', [node({ version: 'v1.36.0' })]);
    expect(await facts()).toMatchObject({ nodes: [{ version: 'v1.36.0' }] });
    expect((await facts())?.nodesUnknown).toBeUndefined();
    fleet.now = new Date(fleet.now.getTime() + 10 * 60_000);
    expect((await facts())?.nodesUnknown).toMatch(/^not read since/);

    const told = (summary: string) => ({
      ...plan,
      state: 'failing' as const,
      waves: plan.waves.map(wave => ({
        ...wave,
        clusters: wave.clusters.map(item => ({
          ...item,
          state: 'upgrading' as const,
          summary,
        })),
      })),
    });
    expect(await upgrades.write(told('node-1 is not ready'))).toBe(true);
    const blind: Access = {
      ...everything,
      clusters: { field: 'cluster', values: ['hub'] },
    };
    const seen = JSON.stringify(await upgrades.list({ access: blind }));
    expect(seen).toContain('you may not see this cluster');
    expect(seen).not.toContain('node-1');
    await upgrades.stop('one');
    // What a turn that began before has to say changes no more than what is known.
    expect(await upgrades.write(told('#1 was opened'))).toBe(false);
    expect(await upgrades.list({ access: everything })).toMatchObject([
      {
        state: 'stopped',
        summary: expect.stringContaining('0 of 1 run 1.36'),
        waves: [{ clusters: [{ summary: '#1 was opened' }] }],
      },
    ]);
    expect(
      await upgrades.list({ access: { ...everything, claims: false } }),
    ).toEqual([]);
  });
});
