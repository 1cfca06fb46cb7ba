import { InputError } from '@backstage/errors';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../ownership/entityDirectoryOf';
import type {
  Access,
  EntityNarrowing,
  FleetCondition,
} from './FleetQueryStore';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import {
  argoApplication,
  cluster,
  deployment,
  gitRepository,
  kustomization,
  node,
} from './__fixtures__/records';

const entities = entityDirectoryOf([
  {
    entityRef: 'component:default/web',
    kubernetesId: 'web',
    ownerRefs: ['group:default/pay'],
    systemRef: 'system:default/front',
  },
  {
    entityRef: 'component:default/search',
    kubernetesId: 'search',
    ownerRefs: ['group:default/find'],
  },
]);

const ofWeb = {
  proofs: { 'fleetcommander.io/entity': 'component:default/web' },
};
const ofSearch = {
  proofs: { 'fleetcommander.io/entity': 'component:default/search' },
};

function ofSpoke(given: {
  version: string;
  state?: FleetRecord['state'];
}): FleetRecord[] {
  const { version, state = 'healthy' } = given;
  return [
    node(),
    gitRepository(),
    kustomization({ ...ofWeb, version, targetNamespace: 'web' }),
    kustomization({
      ...ofSearch,
      name: 'search',
      targetNamespace: 'search',
      state,
      summary: state === 'failing' ? 'image not found' : 'applied',
      since: '2026-11-20T11:42:00Z',
    }),
    kustomization({ name: 'tools', state: 'suspended', suspended: true }),
    deployment({ version, labels: { app: 'web', tier: 'front' } }),
    deployment({
      name: 'search',
      namespace: 'search',
      ownerKey: 'Kustomization/flux-system/search',
    }),
  ];
}

describe.each(databaseNames)('queries of %s', name => {
  const databases = useDatabases();
  let fleet: FleetFixture;
  let store: FleetFixture['store'];

  /** A hub with Argo CD, two spokes of production and one of staging that the hub deploys to. */
  beforeAll(async () => {
    fleet = await FleetFixture.create(await databases.create(name));
    store = fleet.store;
    const at = (environment: string, region: string, team: string) => ({
      labels: { environment, region, team },
    });
    await fleet.syncClusters([
      cluster('hub', { hub: true }),
      cluster('prod-1', {
        ...at('production', 'us-east-1', 'core'),
        ownerRef: 'group:default/sre',
        links: [{ title: 'Console', url: 'https://console.example.org' }],
      }),
      cluster('prod-2', at('production', 'eu-west-1', 'core')),
      cluster('prod-3', at('production', 'eu-west-1', 'core')),
      cluster('stg-1', at('staging', 'us-east-1', 'pay')),
    ]);
    await store.setDirectory(entities);
    await fleet.poll('prod-1', ofSpoke({ version: '1.0.0' }));
    await fleet.poll('prod-2', ofSpoke({ version: '1.0.0' }));
    await fleet.poll('prod-3', ofSpoke({ version: '0.9.0', state: 'failing' }));
    await fleet.poll('stg-1', [
      deployment({ ownerKey: 'Application//web-stg', version: '2.0.0' }),
    ]);
    await fleet.poll('hub', [
      argoApplication({
        ...ofWeb,
        name: 'web-stg',
        version: '2.0.0',
        project: 'shop',
        labels: { app: 'web', stage: 'early' },
        targetNamespace: 'web',
        target: { type: 'server', server: 'https://stg-1.example.org/' },
        images: ['ghcr.io/acme/web:2.0.0'],
        resources: [
          {
            group: 'networking.k8s.io',
            version: 'v1',
            kind: 'Ingress',
            namespace: 'web',
            name: 'web',
          },
        ],
      }),
      argoApplication({
        name: 'lost',
        target: { type: 'name', name: 'nowhere' },
      }),
    ]);
  });

  async function list(
    query: Partial<Parameters<typeof store.listApplications>[0]>,
  ) {
    const { items, totalItems } = await store.listApplications({
      access: everything,
      ...query,
    });
    expect(totalItems).toBe(items.length);
    return items.map(item => `${item.targetCluster}:${item.name}`).sort();
  }

  it('filters, searches and refuses what it does not know', async () => {
    expect(
      await list({
        filter: [{ environment: ['staging'] }, { name: ['lost'] }],
      }),
    ).toEqual(['stg-1:web-stg', 'undefined:lost']);
    expect(
      await list({ filter: [{ region: ['eu-west-1'], state: ['failing'] }] }),
    ).toEqual(['prod-3:search']);
    expect(await list({ filter: [{ cluster: ['hub'] }] })).toEqual([
      'undefined:lost',
    ]);
    expect(await list({ filter: [{ hub: ['hub'] }] })).toEqual([
      'stg-1:web-stg',
    ]);
    expect(
      await list({ filter: [{ entity: ['Component:default/Web'] }] }),
    ).toEqual(['prod-1:web', 'prod-2:web', 'prod-3:web', 'stg-1:web-stg']);
    expect(
      await list({
        filter: [{ owner: ['group:default/find'], cluster: ['prod-1'] }],
      }),
    ).toEqual(['prod-1:search']);
    expect(
      await list({ filter: [{ suspended: ['true'], cluster: ['prod-2'] }] }),
    ).toEqual(['prod-2:tools']);
    expect(
      await list({ filter: [{ namespace: ['web'], engine: ['flux'] }] }),
    ).toEqual(['prod-1:web', 'prod-2:web', 'prod-3:web']);
    expect(await list({ text: 'STG-1' })).toEqual(['stg-1:web-stg']);
    expect(await list({ text: '%' })).toEqual([]);

    const broken = [
      { filter: [{ colour: ['red'] }] },
      { filter: [{ suspended: ['perhaps'] }] },
      { orderField: { field: 'colour', order: 'asc' as const } },
      { cursor: 'broken' },
    ];
    for (const query of broken) {
      await expect(
        store.listApplications({ access: everything, ...query }),
      ).rejects.toThrow(InputError);
    }
    await expect(
      store.listApplications({
        access: everything,
        filter: [{ colour: ['red'] }],
      }),
    ).rejects.toThrow(/"colour".*environment/);
  });

  it.each(['name', 'state', 'since', 'cluster'] as const)(
    'pages by %s in both directions without losing or repeating one',
    async field => {
      const whole = await store.listApplications({
        access: everything,
        orderField: { field, order: 'asc' },
      });
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.listApplications({
            access: everything,
            orderField: { field, order },
            limit: 2,
            cursor,
          });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.pageInfo.nextCursor;
        } while (cursor);
        const ids = whole.items.map(({ id }) => id);
        expect(seen).toEqual(order === 'asc' ? ids : ids.reverse());
      }
    },
  );

  it('counts the values of each facet with the other filters applied', async () => {
    const { facets } = await store.listApplications({
      access: everything,
      filter: [{ environment: ['production'], state: ['failing'] }],
    });
    expect(facets).toMatchObject({
      environment: [{ value: 'production', count: 1 }],
      state: [
        { value: 'healthy', count: 5 },
        { value: 'suspended', count: 3 },
        { value: 'failing', count: 1 },
      ],
      cluster: [{ value: 'prod-3', count: 1 }],
      owner: [{ value: 'group:default/find', count: 1 }],
      engine: [{ value: 'flux', count: 1 }],
    });
    const clusters = await store.listClusters({
      access: everything,
      filter: [{ environment: ['staging'] }],
    });
    expect(clusters.facets.environment).toEqual([
      { value: 'production', count: 3 },
      { value: 'staging', count: 1 },
    ]);
    expect(clusters.facets.region).toEqual([{ value: 'us-east-1', count: 1 }]);
  });

  it('shows an application with all around it', async () => {
    const { items } = await store.listApplications({
      access: everything,
      filter: [{ name: ['web-stg'] }],
    });
    expect(items).toEqual([
      expect.objectContaining({
        cluster: 'hub',
        targetCluster: 'stg-1',
        environment: 'staging',
        region: 'us-east-1',
        deliveryKey: 'component:default/web',
        deliveryKeyBasis: 'entity',
        entityRefs: ['component:default/web'],
        ownerRefs: ['group:default/pay'],
        shared: false,
        resourceCount: 1,
        freshness: { observedAt: fleet.now.toISOString(), stale: false },
        links: [
          {
            title: 'Argo CD',
            url: 'https://argocd.example.org/applications/argocd/web-stg',
          },
          { title: 'Logs', url: 'https://logs.example.org/stg-1?app=web-stg' },
        ],
      }),
    ]);
    const remote = await store.getApplication(items[0].id, everything);
    expect(remote?.workloads).toMatchObject([
      {
        cluster: 'stg-1',
        version: '2.0.0',
        applicationId: items[0].id,
        entityRefs: ['component:default/web'],
      },
    ]);
    expect(remote?.resources).toHaveLength(1);

    const [local] = (
      await store.listApplications({
        access: everything,
        filter: [{ name: ['web'], cluster: ['prod-1'] }],
      })
    ).items;
    const detail = await store.getApplication(local.id, everything);
    expect(detail?.application.sources[0].url).toBe(
      'https://github.com/acme/fleet',
    );
    expect(detail?.sourceObjects).toMatchObject([{ kind: 'GitRepository' }]);
    expect(detail?.workloads).toMatchObject([{ cluster: 'prod-1' }]);
    expect(await store.getApplication('nonsense', everything)).toBeUndefined();

    const { items: lost } = await store.listApplications({
      access: everything,
      filter: [{ name: ['lost'] }],
    });
    expect(lost[0].targetUnknown).toMatch(/nowhere/);
    expect(lost[0].environment).toBeUndefined();
  });

  it('finds the application that deploys an object', async () => {
    const web = { cluster: 'stg-1', namespace: 'web', name: 'web' };
    const [{ id }] = (
      await store.listApplications({
        access: everything,
        filter: [{ name: ['web-stg'] }],
      })
    ).items;
    for (const object of [
      { ...web, group: 'apps', plural: 'deployments' },
      { ...web, group: 'networking.k8s.io', plural: 'ingresses' },
      {
        cluster: 'hub',
        group: 'argoproj.io',
        plural: 'applications',
        namespace: 'argocd',
        name: 'web-stg',
      },
    ]) {
      expect(await store.findOwningApplication(object, everything)).toBe(id);
      expect(
        await store.findOwningApplication(object, {
          clusters: true,
          claims: true,
          applications: { field: 'environment', values: ['production'] },
        }),
      ).toBeUndefined();
    }
    expect(
      await store.findOwningApplication(
        { ...web, group: '', plural: 'secrets' },
        everything,
      ),
    ).toBeUndefined();
  });

  it('lays out the matrix in promotion order, with the odd ones out', async () => {
    const matrix = await store.getMatrix({
      access: everything,
      columnOffset: 0,
      columnLimit: 10,
    });
    expect(matrix.columns.map(column => column.cluster)).toEqual([
      'stg-1',
      'prod-2',
      'prod-3',
      'prod-1',
    ]);
    expect(matrix.items.map(({ title }) => title)).toEqual([
      'search',
      'tools',
      'web',
    ]);
    expect(matrix.items[2]).toMatchObject({
      deliveryKey: 'component:default/web',
      entityRef: 'component:default/web',
      ownerRef: 'group:default/pay',
      engine: 'argocd, flux',
      state: 'healthy',
      differs: true,
    });
    const cells = matrix.items[2].cells;
    expect(
      cells.map(({ cluster: at, version, odd }) => [at, version, odd]).sort(),
    ).toEqual([
      ['prod-1', '1.0.0', false],
      ['prod-2', '1.0.0', false],
      ['prod-3', '0.9.0', true],
      ['stg-1', '2.0.0', false],
    ]);

    const window = await store.getMatrix({
      access: everything,
      differences: true,
      columnOffset: 1,
      columnLimit: 1,
    });
    expect(window).toMatchObject({
      totalColumns: 4,
      totalItems: 1,
      columns: [{ cluster: 'prod-2' }],
      items: [{ title: 'web', cells: [{ cluster: 'prod-2' }] }],
    });

    const first = await store.getMatrix({
      access: everything,
      columnOffset: 0,
      columnLimit: 1,
      limit: 2,
    });
    const second = await store.getMatrix({
      access: everything,
      columnOffset: 0,
      columnLimit: 1,
      limit: 2,
      cursor: first.pageInfo.nextCursor,
    });
    expect(second.items.map(({ title }) => title)).toEqual(['web']);
    expect(second.pageInfo).toEqual({});
  });

  it.each([
    [
      'owner' as const,
      [
        ['group:default/find', 'search'],
        ['group:default/pay', 'web'],
        [undefined, 'tools'],
      ],
    ],
    [
      'system' as const,
      [
        ['system:default/front', 'web'],
        [undefined, 'search'],
        [undefined, 'tools'],
      ],
    ],
  ])('groups the matrix by %s, over its pages too', async (groupBy, rows) => {
    const found = [];
    let cursor: string | undefined;
    do {
      const page = await store.getMatrix({
        access: everything,
        groupBy,
        columnOffset: 0,
        columnLimit: 1,
        limit: 1,
        cursor,
      });
      expect(page.totalItems).toBe(3);
      found.push(...page.items.map(row => [row.groupRef, row.title]));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(found).toEqual(rows);
  });

  it('sums up the fleet and says what needs a person', async () => {
    const summary = await store.getSummary({ access: everything });
    expect(summary).toMatchObject({
      clusters: { healthy: 5 },
      applications: { healthy: 7, failing: 1, suspended: 3 },
      attentionTotal: 1,
      attention: [
        {
          type: 'application',
          title: 'search',
          summary: 'image not found',
          entityRef: 'component:default/search',
          ownerRef: 'group:default/find',
          clusters: ['prod-3'],
          total: 3,
          environment: 'production',
          since: '2026-11-20T11:42:00Z',
        },
      ],
      environments: ['staging', 'production'],
      regions: ['eu-west-1', 'us-east-1'],
      unowned: 4,
      oldest: [],
      hubs: [{ cluster: 'hub', steers: 1, reachability: { outcome: 'ok' } }],
    });
    expect(
      summary.cells.map(cell => [
        cell.environment,
        cell.region,
        cell.total,
        cell.applications,
      ]),
    ).toEqual([
      ['staging', 'us-east-1', 1, { healthy: 1 }],
      ['production', 'eu-west-1', 2, { healthy: 3, failing: 1, suspended: 2 }],
      ['production', 'us-east-1', 1, { healthy: 2, suspended: 1 }],
      [undefined, undefined, 1, { healthy: 1 }],
    ]);
    expect(
      await store.getSummary({
        access: everything,
        filter: [{ environment: ['staging'] }],
      }),
    ).toMatchObject({
      clusters: { healthy: 1 },
      applications: { healthy: 1 },
      attentionTotal: 0,
    });
  });

  it('lists what no entity could be proven to own, and why', async () => {
    const { items, totalItems } = await store.listUnowned({
      access: everything,
    });
    expect(totalItems).toBe(4);
    expect(items.map(({ application }) => application.name)).toEqual([
      'lost',
      'tools',
      'tools',
      'tools',
    ]);
    expect(items[0].reason).toMatch(/backstage\.io\/kubernetes-id/);
  });

  it('shows an entity where it runs, narrowed by its annotations', async () => {
    const query = {
      entityRef: 'component:default/web',
      members: [],
      narrowing: {},
      access: everything,
    };
    const view = await store.getEntity(query);
    expect(view.applications).toHaveLength(4);
    expect(view.workloads).toHaveLength(4);
    expect(view.sources).toHaveLength(3);
    expect(view.clusters.map(item => item.name)).toEqual([
      'stg-1',
      'prod-2',
      'prod-3',
      'prod-1',
    ]);

    const narrowed = await store.getEntity({
      ...query,
      narrowing: { clusters: ['prod-1', 'stg-1'], argocdNames: ['other'] },
    });
    expect(narrowed.applications).toMatchObject([{ cluster: 'prod-1' }]);

    const narrowedBy = async (narrowing: EntityNarrowing) => {
      const { applications, workloads } = await store.getEntity({
        ...query,
        narrowing,
      });
      return [applications, workloads].map(items =>
        items.map(item => item.name + item.version).sort(),
      );
    };
    const web = { key: 'app', operator: 'In' as const, values: ['web'] };
    const early = { key: 'stage', operator: 'Exists' as const };
    // By its own labels, or by those of what it owns.
    expect(await narrowedBy({ labels: [web] })).toEqual([
      ['web-stg2.0.0', 'web0.9.0', 'web1.0.0', 'web1.0.0'],
      ['web0.9.0', 'web1.0.0', 'web1.0.0'],
    ]);
    expect(await narrowedBy({ labels: [web, early] })).toEqual([
      ['web-stg2.0.0'],
      [],
    ]);
    // Of Argo CD's applications alone.
    const late = { ...early, operator: 'DoesNotExist' as const };
    const ofFlux = ['web0.9.0', 'web1.0.0', 'web1.0.0'];
    expect(await narrowedBy({ argocdLabels: [late] })).toEqual([
      ofFlux,
      ofFlux,
    ]);
    expect((await narrowedBy({ argocdLabels: [early] }))[0]).toHaveLength(4);
    const other = { ...web, operator: 'NotIn' as const };
    expect((await narrowedBy({ argocdLabels: [other] }))[0]).toEqual(ofFlux);

    const team = await store.getEntity({
      ...query,
      entityRef: 'group:default/both',
      members: ['component:default/search', 'component:default/web'],
    });
    expect(team.applications).toHaveLength(7);

    const ofCluster = await store.getEntity({
      ...query,
      entityRef: 'resource:default/prod-1',
      cluster: 'prod-1',
    });
    expect(ofCluster.applications.map(item => item.name)).toEqual([
      'search',
      'tools',
      'web',
    ]);
    expect(ofCluster.clusters).toMatchObject([{ name: 'prod-1' }]);
  });

  it('shows a cluster with what stands on it', async () => {
    const detail = await store.getClusterDetail('prod-1', everything);
    expect(detail).toMatchObject({
      cluster: {
        name: 'prod-1',
        ownerRef: 'group:default/sre',
        applications: { healthy: 2, suspended: 1 },
        workloads: { healthy: 2 },
        links: [{ title: 'Console' }],
      },
      nodes: [{ name: 'node-1', ready: true }],
      sources: [{ kind: 'GitRepository' }],
    });
    expect(await store.getCluster('stg-1', everything)).toMatchObject({
      applications: { healthy: 1 },
    });
    const collections = await store.listCollections('prod-1');
    expect(collections.map(({ kind, records }) => [kind, records])).toEqual(
      expect.arrayContaining([['Kustomization', 3]]),
    );
    expect(
      (
        await store.listClusters({
          access: everything,
          filter: [{ 'label.team': ['pay'] }, { hub: ['true'] }],
        })
      ).items.map(item => item.name),
    ).toEqual(['hub', 'stg-1']);
  });

  describe('for a caller who may not see everything', () => {
    const not = (
      condition: PermissionCriteria<FleetCondition>,
    ): PermissionCriteria<FleetCondition> => ({ not: condition });
    const staging: FleetCondition = {
      field: 'environment',
      values: ['staging'],
    };
    const pay: FleetCondition = {
      field: 'owner',
      values: ['Group:default/Pay'],
    };
    const cases: [string, Access, string[]][] = [
      ['nothing', { clusters: false, applications: false, claims: true }, []],
      ['no cluster', { clusters: false, applications: true, claims: true }, []],
      [
        'no application',
        { clusters: true, applications: false, claims: true },
        [],
      ],
      [
        'clusters of staging',
        { clusters: staging, applications: true, claims: true },
        ['stg-1:web-stg'],
      ],
      [
        'clusters by label',
        {
          clusters: { field: 'label', key: 'team', values: ['pay'] },
          applications: true,
          claims: true,
        },
        ['stg-1:web-stg'],
      ],
      [
        'what is not of production',
        {
          clusters: true,
          claims: true,
          applications: not({ field: 'environment', values: ['production'] }),
        },
        ['stg-1:web-stg', 'undefined:lost'],
      ],
      [
        'what team pay owns, on one cluster',
        {
          clusters: true,
          claims: true,
          applications: {
            allOf: [pay, { field: 'cluster', values: ['prod-2'] }],
          },
        },
        ['prod-2:web'],
      ],
      [
        'a namespace or a label',
        {
          clusters: not({ field: 'cluster', values: ['prod-3'] }),
          claims: true,
          applications: {
            anyOf: [
              { field: 'namespace', values: ['search'] },
              { field: 'label', key: 'team', values: ['pay'] },
            ],
          },
        },
        ['prod-1:search', 'prod-2:search', 'stg-1:web-stg'],
      ],
      [
        'what is not of team pay, where clusters have owners',
        {
          clusters: { field: 'owner', values: ['group:default/sre'] },
          claims: true,
          applications: not(pay),
        },
        ['prod-1:search', 'prod-1:tools'],
      ],
    ];

    it.each(cases)(
      'answers only %s, in every list, count, facet and cell',
      async (_, access, expected) => {
        expect(await list({ access })).toEqual(expected);
        const places = expected.map(item => item.split(':')[0]);
        const names = expected.map(item => item.split(':')[1]);

        const { facets } = await store.listApplications({ access });
        expect(sum(facets.state)).toBe(expected.length);
        expect(sum(facets.engine)).toBe(expected.length);
        expect(
          (facets.targetCluster ?? []).every(({ value }) =>
            places.includes(value),
          ),
        ).toBe(true);

        const all = await store.listApplications({ access: everything });
        const visible = all.items.filter(item =>
          expected.includes(`${item.targetCluster}:${item.name}`),
        );
        expect(
          (
            await store.filterApplications(
              all.items.map(({ id }) => id),
              access,
            )
          ).sort(),
        ).toEqual(visible.map(({ id }) => id).sort());
        for (const { id } of all.items) {
          const detail = await store.getApplication(id, access);
          expect(detail !== undefined).toBe(
            visible.some(item => item.id === id),
          );
        }

        const summary = await store.getSummary({ access });
        const total = Object.values(summary.applications);
        expect(total.reduce((a, b) => a + b, 0)).toBe(expected.length);
        const shownClusters = await store.listClusters({ access });
        expect(
          summary.cells.reduce((count, cell) => count + cell.total, 0),
        ).toBe(shownClusters.totalItems);
        expect(
          shownClusters.items
            .flatMap(item => Object.values(item.applications))
            .reduce((a, b) => a + b, 0),
        ).toBe(expected.length);
        for (const { name: shown } of all.items) {
          expect(
            summary.attention.some(
              ({ type, title }) => type === 'application' && title === shown,
            ) && !names.includes(shown),
          ).toBe(false);
        }

        const matrix = await store.getMatrix({
          access,
          columnOffset: 0,
          columnLimit: 10,
        });
        expect(
          matrix.items
            .flatMap(({ cells }) => cells)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(
          visible
            .filter(({ targetCluster }) => targetCluster)
            .map(({ id }) => id)
            .sort(),
        );
        expect(
          matrix.columns.every(column => places.includes(column.cluster)),
        ).toBe(true);

        const unowned = await store.listUnowned({ access });
        expect(unowned.totalItems).toBe(summary.unowned);
        const entity = await store.getEntity({
          entityRef: 'component:default/web',
          members: ['component:default/search'],
          narrowing: {},
          access,
        });
        expect(
          entity.applications.every(({ id }) =>
            visible.some(item => item.id === id),
          ),
        ).toBe(true);
        expect(
          entity.workloads.every(({ cluster: at }) => places.includes(at)),
        ).toBe(true);
      },
    );

    it('hides clusters as if they were not there', async () => {
      const access: Access = {
        clusters: staging,
        applications: true,
        claims: true,
      };
      expect(await store.getCluster('prod-1', access)).toBeUndefined();
      expect(await store.getClusterDetail('prod-1', access)).toBeUndefined();
      const { facets, totalItems } = await store.listClusters({ access });
      expect(totalItems).toBe(1);
      expect(facets.environment).toEqual([{ value: 'staging', count: 1 }]);
      expect((await store.getSummary({ access })).hubs).toEqual([]);
    });
  });

  it('says of what is old that it is, and why', async () => {
    const spoke = await FleetFixture.create(await databases.create(name));
    await spoke.syncClusters([cluster('a'), cluster('hub', { hub: true })]);
    await spoke.poll('a', [kustomization()]);
    const freshness = async () =>
      (await spoke.store.listApplications({ access: everything })).items[0]
        .freshness;
    expect(await freshness()).toMatchObject({ stale: false });

    const observedAt = spoke.now.toISOString();
    spoke.now = new Date(spoke.now.getTime() + 61_000);
    expect(await freshness()).toEqual({
      observedAt,
      stale: true,
      reason: `not read since ${observedAt}`,
    });
    await spoke.write('a', {
      contact: {
        reachability: { outcome: 'unreachable', message: 'no route to host' },
      },
    });
    expect(await freshness()).toEqual({
      observedAt,
      stale: true,
      reason: 'unreachable: no route to host',
    });
    await spoke.store.setDirectory(
      entityDirectoryOf([
        {
          entityRef: 'resource:default/a',
          ownerRefs: ['group:default/sre'],
        },
      ]),
    );
    const summary = await spoke.store.getSummary({ access: everything });
    expect(summary.attention).toMatchObject([
      {
        type: 'cluster',
        cluster: 'a',
        state: 'unreachable',
        ownerRef: 'group:default/sre',
      },
    ]);
    const { items } = await spoke.store.listClusters({
      access: everything,
      orderField: { field: 'state', order: 'asc' },
    });
    expect(items.map(({ name: at, state }) => [at, state])).toEqual([
      ['a', 'unreachable'],
      ['hub', 'unknown'],
    ]);
    expect(summary.oldest.map(item => item.cluster)).toEqual(
      expect.arrayContaining(['a', 'hub']),
    );
    expect(summary.hubs[0].message).toMatch(/^hub has not answered yet/);
  });

  it('names of applications that a cluster has those that the caller may see', async () => {
    const spoke = await FleetFixture.create(await databases.create(name));
    await spoke.syncClusters([cluster('a')]);
    await spoke.poll('a', [
      kustomization({ targetNamespace: 'web' }),
      kustomization({ namespace: 'secret-project', name: 'x' }),
    ]);
    const delivering = (access: Access) =>
      spoke.store.listDelivering({ access, cluster: 'a', engine: 'flux' });
    expect(
      await delivering({
        clusters: true,
        claims: true,
        applications: { field: 'namespace', values: ['web'] },
      }),
    ).toEqual([{ kind: 'Kustomization', namespace: 'flux-system' }]);
    expect(await delivering(everything)).toHaveLength(2);
  });
});

function sum(values: { count: number }[] = []): number {
  return values.reduce((total, { count }) => total + count, 0);
}
