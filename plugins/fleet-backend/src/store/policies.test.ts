import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import {
  breach,
  constraint,
  exception,
  policy,
  report,
} from './__fixtures__/policies';
import { cluster, deployment, kustomization } from './__fixtures__/records';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { Access } from './FleetQueryStore';

const engines = ['kubernetes', 'flux', 'kyverno', 'gatekeeper'];

describe.each(databaseNames)('the ledger of policy results in %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;

  beforeEach(async () => {
    fleet = await FleetFixture.create(await databases.create(name));
    await fleet.syncClusters([
      cluster('prod-1', { labels: { environment: 'production' } }),
      cluster('prod-2', { labels: { environment: 'production' } }),
      cluster('stg-1', { labels: { environment: 'staging' } }),
    ]);
  });

  function at(time: string) {
    fleet.now = new Date(`2026-11-20T${time}:00.000Z`);
  }

  function poll(spoke: string, ...records: FleetRecord[]) {
    return fleet.poll(spoke, records, { engines });
  }

  function list(filter: Record<string, string[]> = {}, access = everything) {
    return fleet.store.listPolicyResults({ filter: [filter], access });
  }

  async function only(
    filter?: Record<string, string[]>,
  ): Promise<PolicyResult> {
    const { items } = await list(filter);
    expect(items).toHaveLength(1);
    return items[0];
  }

  it('opens, keeps, ends and opens again, and takes from the policy what the report does not tell', async () => {
    at('10:00');
    const scanned = breach({ at: '2026-11-20T09:00:00Z' });
    await poll('prod-1', report([scanned]));
    const opened = await only();
    expect(opened).toMatchObject({
      severity: 'medium',
      policy: { engine: 'policy-reports', name: 'disallow-privileged' },
      rule: 'privileged',
      verdict: 'fail',
      cluster: 'prod-1',
      environment: 'production',
      since: '2026-11-20T09:00:00.000Z',
      times: 1,
    });

    // The policy was read later than what it reports.
    at('10:05');
    await poll('prod-1', policy(), report([scanned]));
    expect(await only()).toMatchObject({
      id: opened.id,
      severity: 'high',
      category: 'Pod Security',
      mode: 'enforce',
      policy: {
        id: 'kyverno:ClusterPolicy::disallow-privileged',
        title: 'Disallow privileged containers',
      },
      remedy:
        'Set spec.template.spec.containers[0].securityContext.privileged to false, or leave it out.',
    });

    expect(await fleet.store.listCollections('prod-1')).toMatchObject([
      { engine: 'kyverno', kind: 'ClusterPolicy', records: 1 },
      { engine: 'policy-reports', kind: 'PolicyReport', records: 1 },
    ]);

    // A scanner writes anew when it looked, each time.
    at('10:10');
    const again = breach({ at: '2026-11-20T10:09:00Z' });
    expect(await poll('prod-1', policy(), report([again]))).toEqual({
      changed: 0,
    });
    expect((await only()).since).toBe(opened.since);

    at('10:20');
    await poll('prod-1', policy(), report([]));
    expect((await list()).totalItems).toBe(0);
    expect(await only({ state: ['ended'] })).toMatchObject({
      id: opened.id,
      endedAt: '2026-11-20T10:20:00.000Z',
    });

    at('10:30');
    await poll('prod-1', policy(), report([breach({ at: opened.since })]));
    expect(await only()).toMatchObject({
      id: opened.id,
      since: '2026-11-20T10:20:00.000Z',
      firstSince: opened.firstSince,
      times: 2,
      endedAt: undefined,
    });

    at('10:40');
    await poll('prod-1', policy());
    await fleet.write('prod-1', {
      collections: [
        fleet.collection([report([])], { objects: [], clear: true }),
      ],
    });
    expect((await list()).totalItems).toBe(0);
    await fleet.store.prunePolicyResults({
      endedBefore: new Date('2026-11-20T11:00:00Z'),
    });
    expect((await list({ state: ['ended'] })).totalItems).toBe(0);
  });

  it('tells one breach once, whoever reports it, until nobody does', async () => {
    const open = report([breach({ source: 'other' })], {
      apiVersion: 'openreports.io/v1alpha1',
      kind: 'Report',
      name: 'open',
    });
    await poll('prod-1', report([breach()]), open);
    expect(await only()).toMatchObject({ source: 'kyverno, other' });
    expect((await list({ source: ['other'] })).totalItems).toBe(1);
    await poll('prod-1', report([]), open);
    expect(await only()).toMatchObject({ source: 'other', times: 1 });
    await poll('prod-1', report([breach()]), { ...open, results: [] });
    expect(await only()).toMatchObject({ source: 'kyverno', times: 1 });
    await poll('prod-1', report([]), { ...open, results: [] });
    expect((await list()).totalItems).toBe(0);
  });

  it('ends nothing that an engine cut off its list', async () => {
    const audit = (names: string[], cappedOf?: number) =>
      report(
        names.map(item =>
          breach({
            policy: 'K8sPSPPrivilegedContainer/no-privileged',
            policyKind: 'K8sPSPPrivilegedContainer',
            rule: undefined,
            source: 'gatekeeper',
            subject: { kind: 'Pod', namespace: 'web', name: item },
          }),
        ),
        {
          engine: 'gatekeeper',
          apiVersion: 'constraints.gatekeeper.sh/v1beta1',
          kind: 'K8sPSPPrivilegedContainer',
          namespace: undefined,
          name: 'no-privileged',
          cappedOf,
        },
      );
    await poll('prod-1', audit(['a', 'b'], 3));
    await poll('prod-1', audit(['b', 'c'], 3));
    expect((await list()).items.map(item => item.resource.name).sort()).toEqual(
      ['a', 'b', 'c'],
    );
    expect((await list()).items[0].policy.id).toBe(
      'gatekeeper:K8sPSPPrivilegedContainer::no-privileged',
    );
    await poll('prod-1', audit(['b']));
    expect((await only()).resource.name).toBe('b');
  });

  it('is one for a workload and its pods, and goes on when these are others', async () => {
    const on = (kind: string, item: string, rule = 'privileged') =>
      breach({ rule, subject: { kind, namespace: 'web', name: item } });
    const scan = (of: string, result = on('Pod', of)) =>
      report([result], { name: of });
    at('10:00');
    await poll('prod-1', scan('web-5d8f9c7b6d-x7k2p'));
    expect((await only()).resource).toMatchObject({
      kind: 'Pod',
      name: 'web-5d8f9c7b6d-x7k2p',
    });

    // Its workload is read later, and another pod has taken its place.
    at('10:05');
    await poll('prod-1', deployment(), scan('web-6c9d8b7f5c-p4m8z'));
    await fleet.store.sweepPolicies();
    expect(await only()).toMatchObject({
      resource: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      since: '2026-11-20T10:00:00.000Z',
      times: 1,
    });

    at('10:10');
    await poll(
      'prod-1',
      deployment(),
      scan('web-6c9d8b7f5c-p4m8z'),
      scan('web', on('Deployment', 'web', 'autogen-privileged')),
    );
    expect(await only()).toMatchObject({
      resource: { kind: 'Deployment', name: 'web' },
      since: '2026-11-20T10:00:00.000Z',
    });
    await poll('prod-1', deployment(), report([], { name: 'web' }));
    expect((await list()).totalItems).toBe(0);
  });

  it('fails where a pod does, though its workload is excepted by now', async () => {
    const on = (kind: string, item: string, verdict: 'fail' | 'skip') =>
      report(
        [
          breach({
            verdict,
            exceptions: verdict === 'skip' ? ['web/legacy'] : undefined,
            subject: { kind, namespace: 'web', name: item },
          }),
        ],
        { name: item },
      );
    const pod = 'web-5d8f9c7b6d-x7k2p';
    await poll('prod-1', deployment(), on('Pod', pod, 'fail'));
    await poll(
      'prod-1',
      deployment(),
      on('Pod', pod, 'fail'),
      on('Deployment', 'web', 'skip'),
    );
    expect(await only()).toMatchObject({ verdict: 'fail', times: 1 });
    await poll('prod-1', deployment(), on('Deployment', 'web', 'skip'));
    expect((await list()).totalItems).toBe(0);
    expect(await only({ excepted: ['true'] })).toMatchObject({
      verdict: 'skip',
      times: 1,
    });
  });

  it('belongs to whom its resource is proven to belong to', async () => {
    await fleet.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'component:default/web',
          kubernetesId: 'web',
          ownerRefs: ['group:default/core'],
        },
      ]),
    );
    const of = (kind: string, item: string, namespace = 'web') =>
      breach({
        subject: {
          apiVersion: kind === 'Service' ? 'v1' : undefined,
          kind,
          namespace,
          name: item,
        },
      });
    await poll(
      'prod-1',
      kustomization({
        proofs: { 'backstage.io/kubernetes-id': 'web' },
        resources: [
          { group: '', kind: 'Service', namespace: 'web', name: 'web' },
        ],
      }),
      deployment(),
      {
        type: 'namespace',
        engine: 'kubernetes',
        apiVersion: 'v1',
        kind: 'Namespace',
        name: 'team-pay-jobs',
        state: 'healthy',
        summary: 'active',
        labels: {},
      },
      report([
        of('Deployment', 'web'),
        of('Pod', 'lone-5d8f9c7b6d-x7k2p'),
        of('Service', 'web'),
        of('Service', 'other'),
        of('ConfigMap', 'settings', 'team-pay-jobs'),
      ]),
    );
    const owners = Object.fromEntries(
      (await list()).items.map(({ resource, ownerRefs }) => [
        `${resource.kind}/${resource.name}`,
        ownerRefs,
      ]),
    );
    expect(owners).toEqual({
      'Deployment/web': ['group:default/core'],
      'Pod/lone-5d8f9c7b6d-x7k2p': [],
      'Service/web': ['group:default/core'],
      'Service/other': [],
      'ConfigMap/settings': ['group:default/pay'],
    });
    expect((await list({ entity: ['component:default/web'] })).totalItems).toBe(
      2,
    );
    expect((await list({ owner: ['group:default/pay'] })).totalItems).toBe(1);
    expect((await list({ unowned: ['true'] })).totalItems).toBe(2);
    expect((await list()).facets.owner).toEqual([
      { value: 'group:default/core', count: 2 },
      { value: 'group:default/pay', count: 1 },
    ]);
  });

  it('keeps apart what an exception lets through', async () => {
    await poll(
      'prod-1',
      policy(),
      exception({ expiresAt: '2026-11-27T00:00:00Z' }),
      report([breach({ verdict: 'skip', exceptions: ['web/legacy'] })]),
    );
    expect((await list()).totalItems).toBe(0);
    expect(await only({ excepted: ['true'] })).toMatchObject({
      verdict: 'skip',
      exception: {
        id: expect.any(String),
        name: 'legacy',
        expiresAt: '2026-11-27T00:00:00Z',
      },
    });
  });

  it('shows nobody what they may not see, nor counts it', async () => {
    const here = report([
      breach(),
      breach({ subject: { kind: 'Namespace', name: 'web' } }),
    ]);
    await poll('prod-1', policy(), here);
    await poll('stg-1', policy(), here);
    const staging: Access = {
      clusters: { field: 'environment', values: ['staging'] },
      applications: true,
      claims: true,
    };
    const seen = await list({}, staging);
    expect(seen.totalItems).toBe(2);
    expect(JSON.stringify(seen)).not.toMatch(/prod/);
    const policies = await fleet.store.listPolicies({ access: staging });
    expect(policies.items).toMatchObject([{ failing: 2, clusters: {} }]);
    expect(JSON.stringify(policies)).not.toMatch(/prod/);

    // Of a resource in no namespace with its cluster.
    const nothing: Access = {
      clusters: true,
      applications: false,
      claims: true,
    };
    expect((await list({}, nothing)).items).toMatchObject([
      { resource: { kind: 'Namespace' } },
      { resource: { kind: 'Namespace' } },
    ]);
  });

  it('names a filter that is none', async () => {
    await expect(list({ severity: ['grave'] })).rejects.toThrow(
      'Filter severity is one of critical, high, medium, low, info, not "grave"',
    );
    await expect(list({ colour: ['red'] })).rejects.toThrow(
      'There is no filter "colour"',
    );
  });

  it('says how a policy stands on each cluster', async () => {
    await poll('prod-1', policy(), report([breach()]));
    await poll(
      'prod-2',
      policy({
        contentHash: 'one',
        bindings: [{ mode: 'audit', word: 'Audit' }],
      }),
    );
    await poll('stg-1', policy({ contentHash: 'two' }), constraint());
    const { items, totalItems, facets } = await fleet.store.listPolicies({
      access: everything,
    });
    expect(totalItems).toBe(2);
    expect(facets.engine).toEqual([
      { value: 'gatekeeper', count: 1 },
      { value: 'kyverno', count: 1 },
    ]);
    expect(items[0]).toMatchObject({
      id: 'kyverno:ClusterPolicy::disallow-privileged',
      failing: 1,
      versions: 2,
      clusters: { enforce: 1, audit: 1, 'other-version': 1 },
      controls: ['privileged-containers'],
    });
    const detail = await fleet.store.getPolicy(items[0].id, everything);
    expect(detail?.rules).toEqual([{ name: 'privileged' }]);
    expect(
      detail?.standings.map(({ cluster: spoke, state, summary }) => [
        spoke,
        state,
        summary,
      ]),
    ).toEqual([
      [
        'stg-1',
        'other-version',
        'enforces; says something else than on most clusters',
      ],
      ['prod-1', 'enforce', 'enforces'],
      ['prod-2', 'audit', 'audits only'],
    ]);
    expect(await fleet.store.getPolicy('none', everything)).toBeUndefined();
  });

  it('knows a check of a scanner by what it finds', async () => {
    await poll(
      'prod-1',
      report([breach({ policy: 'KSV001, 2', source: 'Trivy' })], {
        engine: 'trivy',
      }),
    );
    const [{ policy: check }] = (await list()).items;
    expect(check.id).toBe('trivy:Trivy::KSV001%2C%202');
    expect((await list({ policy: [check.id] })).totalItems).toBe(1);
    expect(await fleet.store.getPolicy(check.id, everything)).toMatchObject({
      policy: { name: 'KSV001, 2', failing: 1, severity: 'medium' },
      standings: [],
    });
  });
});
