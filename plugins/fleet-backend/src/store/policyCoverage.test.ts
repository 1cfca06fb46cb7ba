import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import { breach, constraint, policy, report } from './__fixtures__/policies';
import { cluster, deployment, kustomization } from './__fixtures__/records';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { Access } from './FleetQueryStore';

const engines = ['kubernetes', 'kyverno'];

function namespace(name: string): FleetRecord {
  return {
    type: 'namespace',
    engine: 'kubernetes',
    apiVersion: 'v1',
    kind: 'Namespace',
    name,
    state: 'healthy',
    summary: 'active',
    labels: {},
  };
}

function podSecurity(within: string) {
  return policy({
    engine: 'pod-security',
    apiVersion: 'v1',
    kind: 'PodSecurity',
    namespace: within,
    name: 'baseline',
    title: 'Pod Security baseline',
    policyType: 'pod-security',
    bindings: [{ mode: 'enforce', word: 'enforce: baseline' }],
    contentHash: 'baseline',
  });
}

describe.each(databaseNames)('coverage and posture in %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name), {
      baselines: [
        {
          environments: ['production'],
          policies: ['disallow-privileged', 'nowhere'],
          controls: [],
          mode: 'enforce',
        },
        {
          policies: ['disallow-privileged'],
          controls: ['privileged-containers'],
          mode: 'audit',
        },
      ],
    });
    await fleet.syncClusters([
      ...['prod-1', 'prod-2', 'prod-3', 'prod-4'].map(spoke =>
        cluster(spoke, { labels: { environment: 'production' } }),
      ),
      cluster('stg-1', { labels: { environment: 'staging' } }),
    ]);
    await fleet.poll('prod-1', [policy(), report([breach()])], { engines });
    await fleet.poll(
      'prod-2',
      [policy({ bindings: [{ mode: 'audit', word: 'Audit' }] })],
      { engines },
    );
    await fleet.poll('stg-1', [policy({ contentHash: 'two' })], { engines });
    await fleet.poll('prod-3', [constraint()], {
      engines: ['kubernetes', 'gatekeeper'],
    });
    await fleet.write('prod-4', {
      contact: {
        reachability: { outcome: 'unreachable', message: 'no route to host' },
      },
    });
  });

  function coverage(
    options: Partial<Parameters<typeof fleet.store.getPolicyCoverage>[0]> = {},
  ) {
    return fleet.store.getPolicyCoverage({
      access: everything,
      columnOffset: 0,
      columnLimit: 50,
      ...options,
    });
  }

  it('tells how each policy stands on each cluster, and what falls short of the baseline', async () => {
    const answer = await coverage();
    expect(
      answer.columns.map(column => [column.cluster, column.deviations]),
    ).toEqual([
      ['stg-1', 0],
      ['prod-1', 1],
      ['prod-2', 2],
      ['prod-3', 2],
      ['prod-4', 0],
    ]);
    expect(answer.deviations).toBe(5);
    expect(
      answer.items.map(({ title, deviations }) => [title, deviations]),
    ).toEqual([
      ['nowhere', 3],
      ['Disallow privileged containers', 2],
      ['no-privileged', 0],
    ]);
    const row = answer.items[1];
    expect(row).toMatchObject({
      id: 'kyverno:ClusterPolicy::disallow-privileged',
      type: 'policy',
      engines: ['kyverno'],
      severity: 'high',
      description: 'Privileged containers are root on their node.',
    });
    expect(
      row.cells.map(cell => [
        cell.cluster,
        cell.state,
        cell.summary,
        cell.demanded,
        cell.deviation,
        cell.failing,
      ]),
    ).toEqual([
      [
        'stg-1',
        'other-version',
        'enforces; says something else than on most clusters',
        'audit',
        undefined,
        0,
      ],
      ['prod-1', 'enforce', 'enforces', 'enforce', undefined, 1],
      [
        'prod-2',
        'audit',
        'audits only',
        'enforce',
        'audits what production must enforce',
        0,
      ],
      [
        'prod-3',
        'no-engine',
        'kyverno is not installed',
        'enforce',
        'has no engine for what production must enforce',
        0,
      ],
      [
        'prod-4',
        'unknown',
        'unreachable: no route to host',
        'enforce',
        undefined,
        0,
      ],
    ]);
  });

  it('joins what several engines have of a control', async () => {
    await fleet.poll(
      'stg-1',
      [...['web', 'pay', 'kube-system'].map(namespace), podSecurity('web')],
      { engines: ['kubernetes'] },
    );
    await fleet.write('stg-1', {
      collections: [fleet.collection([policy()], { objects: [], clear: true })],
    });
    const states = async () => {
      const { items } = await coverage({ groupBy: 'control' });
      expect(items).toMatchObject([
        {
          id: 'privileged-containers',
          title: 'No privileged containers',
          engines: ['gatekeeper', 'kyverno', 'pod-security'],
        },
      ]);
      return items[0].cells.map(cell => [
        cell.cluster,
        cell.state,
        cell.summary,
        cell.deviation,
      ]);
    };
    expect(await states()).toEqual([
      [
        'stg-1',
        'partial',
        'enforces in 1 of 2 namespaces',
        'enforces in 1 of 2 namespaces what every cluster must audit',
      ],
      ['prod-1', 'enforce', 'enforces', undefined],
      ['prod-2', 'audit', 'audits only', undefined],
      ['prod-3', 'audit', 'audits only', undefined],
      ['prod-4', 'unknown', 'unreachable: no route to host', undefined],
    ]);
    await fleet.poll(
      'stg-1',
      [
        ...['web', 'pay', 'kube-system'].map(namespace),
        podSecurity('web'),
        podSecurity('pay'),
      ],
      { engines: ['kubernetes'] },
    );
    expect((await states())[0]).toEqual([
      'stg-1',
      'enforce',
      'enforces',
      undefined,
    ]);
  });

  it('shows a window, only what falls short, and nothing of what the caller may not see', async () => {
    const window = await coverage({
      deviations: true,
      limit: 1,
      columnOffset: 1,
      columnLimit: 1,
      filter: [{ environment: ['production'] }],
    });
    expect(window).toMatchObject({
      totalColumns: 4,
      totalItems: 2,
      columns: [{ cluster: 'prod-2' }],
      items: [{ title: 'nowhere', cells: [{ cluster: 'prod-2' }] }],
      pageInfo: { nextCursor: '1' },
    });
    const staging: Access = {
      clusters: { field: 'environment', values: ['staging'] },
      applications: true,
      claims: true,
    };
    const seen = await coverage({ access: staging });
    expect(seen).toMatchObject({ totalColumns: 1, deviations: 0 });
    expect(JSON.stringify(seen)).not.toMatch(/prod-|gatekeeper/);
    expect(
      (await coverage({ filter: [{ engine: ['kyverno'] }] })).totalItems,
    ).toBe(1);
  });

  it('sums up by owner, environment and cluster, worst first', async () => {
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/pay', 'group:default/core'],
        },
      ]),
    );
    fleet.now = new Date('2026-11-21T12:00:00Z');
    await fleet.poll(
      'prod-1',
      [
        kustomization({ proofs: { 'backstage.io/kubernetes-id': 'web' } }),
        deployment(),
        policy(),
        report([
          breach(),
          breach({ rule: 'other', severity: 'critical' }),
          breach({ subject: { kind: 'Pod', namespace: 'other', name: 'one' } }),
        ]),
      ],
      { engines },
    );
    await fleet.store.sweepPolicies();
    const posture = async (
      groupBy: 'owner' | 'environment' | 'cluster',
      filter?: Record<string, string[]>,
    ) =>
      fleet.store.getPolicyPosture({
        access: everything,
        groupBy,
        filter: filter && [filter],
      });
    const pay = {
      key: 'group:default/pay',
      title: 'pay',
      open: { critical: 1, high: 1, medium: 0, low: 0, info: 0 },
      resources: 1,
      oldestSince: '2026-11-20T12:00:00.000Z',
      enforced: 1,
      changed: { began: 2, ended: 0 },
    };
    expect((await posture('owner')).items).toEqual([
      { ...pay, key: 'group:default/core', title: 'core' },
      pay,
      {
        key: '',
        title: 'Unowned',
        open: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
        resources: 1,
        oldestSince: '2026-11-21T12:00:00.000Z',
        changed: { began: 1, ended: 0 },
      },
    ]);
    expect(
      (await posture('owner', { severity: ['critical'] })).items.map(
        ({ key, resources }) => [key, resources],
      ),
    ).toEqual([
      ['group:default/core', 1],
      ['group:default/pay', 1],
    ]);
    expect(
      (await posture('environment')).items.map(
        ({ key, resources, enforced }) => [key, resources, enforced],
      ),
    ).toEqual([
      ['production', 2, 1 / 3],
      ['staging', 0, 1],
    ]);
    expect((await posture('cluster')).items[0]).toMatchObject({
      key: 'prod-1',
      resources: 2,
    });
  });
});
