import { mockCredentials } from '@backstage/backend-test-utils';
import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  readOverlay,
  type ApplicationRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import request from 'supertest';
import { kustomization } from '../../store/__fixtures__/records';
import { definitions } from '../__testUtils__/fillStore';
import { admin, auditor, nobody, promoter } from '../__testUtils__/policy';
import { startRoutes } from '../__testUtils__/startRoutes';

const at = new Date('2026-11-20T12:00:00Z');
const url = 'https://git.example.org/platform/fleet';
const owners = { shop: 'web', vault: 'ledger', fresh: 'web' };
const environments = ['staging', 'production'];
const folderOf = (name: string, environment: string) =>
  `apps/${name}/overlays/${environment}`;

describe('routes for promotions', () => {
  let routes: Awaited<ReturnType<typeof startRoutes>>;
  let ids: Record<string, string>;

  beforeAll(async () => {
    routes = await startRoutes();
    for (const lease of routes.leases) {
      const environment = lease.cluster === 'stg-1' ? 'staging' : 'production';
      await routes.store.write(lease, {
        at,
        collections: [deliveries(environment), imagePolicies()],
      });
    }
    const { promotions } = routes.store;
    const folders = Object.keys(owners).flatMap(application =>
      environments.map(environment => ({
        path: folderOf(application, environment),
        application,
        environment,
      })),
    );
    await promotions.writeBranch(url, 'main', {
      head: 'a'.repeat(40),
      complete: true,
      folders,
      read: folders.map(folder => ({
        ...folder,
        inputs: { reader: '1', files: {} },
        overlay: readOverlay(filesOf(folder), folder.path),
        proofs: {
          'fleetcommander.io/entity': `component:default/${
            owners[folder.application as keyof typeof owners]
          }`,
        },
      })),
      freezes: {
        sha: 'b'.repeat(40),
        text: 'freezes:\n  - { title: Sale, reason: busy, environments: [production, prod], from: 2026-11-27, until: 2026-11-30 }\n  - { title: Broken }\n',
        change: {
          revision: 'c'.repeat(40),
          title: 'Freeze',
          at: at.toISOString(),
          url: `${url}/commit/c`,
          by: 'grace',
        },
      },
    });
    await promotions.link();
    await promotions.sweep();
    const { body } = await get('/pipelines');
    ids = Object.fromEntries(
      body.items.map(
        ({ application, id }: { application: string; id: string }) => [
          application,
          id,
        ],
      ),
    );
    // The first request of all is slow on a busy machine.
  }, 60_000);

  afterAll(() => routes.objects.stop());

  function filesOf({
    path,
    environment,
  }: {
    path: string;
    environment: string;
  }) {
    const version = environment === 'staging' ? '1.5.0' : '1.4.2';
    return {
      [`${path}/kustomization.yaml`]: 'resources: [deployment.yaml]\n',
      [`${path}/deployment.yaml`]: `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, image: 'registry.example.org/web:${version}' }] } } }\n`,
    };
  }

  /** Of what is in the fleet already; `fresh` is not. */
  function deliveries(environment: string) {
    return {
      state: {
        engine: 'flux',
        group: 'kustomize.toolkit.fluxcd.io',
        version: 'v1',
        kind: 'Kustomization',
        plural: 'kustomizations',
        projection: '1',
        outcome: 'ok' as const,
        since: at,
        provenAt: at,
        held: false,
        populated: true,
        everySeconds: 30,
      },
      objects: (['shop', 'vault'] as const).map(name => ({
        key: `flux-system/${name}`,
        records: [
          kustomization({
            name,
            proofs: {
              'fleetcommander.io/entity': `component:default/${owners[name]}`,
            },
            sources: [{ type: 'git', url, path: folderOf(name, environment) }],
          } as Partial<ApplicationRecord>),
        ],
      })),
    };
  }

  function imagePolicies() {
    return {
      state: {
        ...deliveries('').state,
        group: 'image.toolkit.fluxcd.io',
        kind: 'ImagePolicy',
        plural: 'imagepolicies',
      },
      objects: [
        {
          key: 'flux-system/web',
          records: [
            {
              type: 'image-policy' as const,
              engine: 'flux',
              apiVersion: 'image.toolkit.fluxcd.io/v1',
              kind: 'ImagePolicy',
              namespace: 'flux-system',
              name: 'web',
              state: 'healthy' as const,
              summary: 'has chosen a tag',
              image: 'registry.example.org/web',
              latest: '1.5.0',
            },
          ],
        },
      ],
    };
  }

  function get(path: string, user = admin) {
    return request(routes.server)
      .get(`/api/fleet${path}`)
      .set('authorization', mockCredentials.user.header(user));
  }

  function plan(user: string, application: string, stage: string) {
    return request(routes.server)
      .post('/api/fleet/promotions/plan')
      .set('authorization', mockCredentials.user.header(user))
      .send({
        pipelineId: ids[application] ?? application,
        action: 'promote',
        stage,
      });
  }

  it('say nothing of pipelines that the caller may not see', async () => {
    expect(Object.keys(ids).sort()).toEqual(['fresh', 'shop', 'vault']);
    // Of team pay; of what is in no cluster yet as well.
    const seen = (await get('/pipelines', auditor)).body;
    expect(
      seen.items.map((item: { application: string }) => item.application),
    ).toEqual(['fresh', 'shop']);
    expect(seen.totalItems).toBe(2);
    expect((await get('/pipelines', nobody)).body.totalItems).toBe(0);
    const ledger = await get(
      '/pipelines/component%3Adefault%2Fledger',
      auditor,
    );
    expect(ledger.body.items).toEqual([]);
  });

  it('answer what the stages of an entity run and lack', async () => {
    const { body } = await get('/pipelines/component%3Adefault%2Fweb');
    const shop = body.items.find(
      (item: { application: string }) => item.application === 'shop',
    );
    expect(shop.stages).toMatchObject([
      { name: 'staging', clusters: [{ cluster: 'stg-1' }], automation: [] },
      {
        name: 'production',
        clusters: [{ cluster: 'prod-1' }],
        lacks: [
          {
            from: 'staging',
            ahead: false,
            moves: [{ summary: 'image web 1.4.2 → 1.5.0' }],
          },
        ],
        automation: [
          {
            image: 'registry.example.org/web',
            current: '1.4.2',
            next: '1.5.0',
            policy: 'flux-system/web',
            cluster: 'prod-1',
          },
        ],
        mayPromote: true,
      },
    ]);
    expect(routes.polling.interest).toHaveBeenCalledWith(['stg-1', 'prod-1']);
    const system = await get('/pipelines/system%3Adefault%2Fshop');
    expect(system.body.items).toHaveLength(3);
    expect((await get('/pipelines/component%3Adefault%2Fnone')).status).toBe(
      404,
    );
    expect((await get('/pipelines/what%3F%3A%2F')).status).toBe(400);
  });

  it('plan for those who may promote each application of the stage', async () => {
    const planned = { application: 'shop', moves: [] };
    routes.planner.plan.mockResolvedValue(planned as unknown as PromotionPlan);
    const answers = async (user: string) =>
      Promise.all(
        ['shop', 'vault', 'fresh'].flatMap(application =>
          environments.map(
            async stage => (await plan(user, application, stage)).status,
          ),
        ),
      );
    // Of the mock nothing is as documented; that it was asked is what counts.
    const asked = () =>
      routes.planner.plan.mock.calls.map(
        ([{ pipelineId, stage, requester }]) => {
          const [name] = Object.entries(ids).find(
            ([, id]) => id === pipelineId,
          )!;
          return `${name} ${stage} ${requester}`;
        },
      );
    await answers(promoter);
    expect(asked().sort()).toEqual([
      `fresh staging ${promoter}`,
      `shop staging ${promoter}`,
    ]);
    routes.planner.plan.mockClear();
    expect(await answers(auditor)).toEqual([403, 403, 404, 404, 403, 403]);
    expect(await answers(nobody)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(asked()).toEqual([]);
    expect((await plan(admin, 'none', 'staging')).status).toBe(404);
    expect((await plan(admin, 'shop', 'prod')).body.error.message).toContain(
      'it has staging, production',
    );
    expect(routes.audited).toContain('promotion-plan failed');
    expect(routes.audited).toContain('promotion-plan succeeded');
  });

  it('name no cluster that the caller may not see', async () => {
    await routes.store.promotions.writeStageVerdicts(
      { pipelineId: ids.shop, stage: 'production' },
      {
        enforcement: 'required',
        gates: [
          {
            gate: 'healthy',
            title: 'Healthy',
            state: 'failed',
            summary: 'Not well. prod-1: it crashes',
            waitsFor: [],
            evidence: [
              { summary: 'stg-1: well' },
              { summary: 'prod-1: it crashes' },
              { summary: 'web on prod-1: given up' },
              { summary: 'prod-10: is another one' },
            ],
          },
        ],
      },
    );
    const gatesFor = async (user: string) => {
      const { body } = await get('/pipelines/component%3Adefault%2Fweb', user);
      const shop = body.items.find(
        (item: { application: string }) => item.application === 'shop',
      );
      return shop.stages[1].gates;
    };
    expect(await gatesFor(admin)).toMatchObject([
      { summary: 'Not well. prod-1: it crashes', evidence: { length: 4 } },
    ]);
    expect(await gatesFor(auditor)).toMatchObject([
      {
        state: 'failed',
        summary: 'Told of clusters that you may not see',
        evidence: [
          { summary: 'stg-1: well' },
          { summary: 'prod-10: is another one' },
          { summary: 'and 1 cluster that you may not see' },
        ],
      },
    ]);
  });

  it.each([
    ['throttled', 503],
    ['not-allowed', 503],
    ['base-moved', 409],
    ['revision-gone', 409],
  ])(
    'tell what a Git host does not do, %s, from a right that is missing',
    async (problem, wanted) => {
      routes.planner.plan.mockReset();
      routes.planner.plan.mockImplementation(async () => {
        const { GitError } = jest.requireActual(
          '@fleetcommander/backstage-plugin-fleet-node',
        );
        throw new GitError(problem, 'git.example.org says no');
      });
      const { status, body } = await plan(admin, 'shop', 'production');
      expect(status).toBe(wanted);
      expect(body.error.message).toContain('says no');
    },
  );

  it('list promotions, events and statistics, of which there are none yet', async () => {
    expect((await get('/promotions')).body).toMatchObject({ totalItems: 0 });
    expect((await get('/promotions/none')).status).toBe(404);
    expect((await get('/promotion-statistics?days=7')).body.days).toBe(7);
    const { status } = await get(
      '/promotion-events?from=2026-11-01T00:00:00Z&until=2026-12-01T00:00:00Z',
    );
    expect(status).toBe(200);
  });

  it('tell on the timeline of an entity who changed when nothing is promoted', async () => {
    const of = async (name: string) =>
      (
        await get(
          `/promotion-events?filter=${encodeURIComponent(
            `type=freeze-changed,entity=component:default/${name}`,
          )}`,
        )
      ).body;
    expect(await of(owners.shop)).toMatchObject({
      items: [{ type: 'freeze-changed', summary: 'Freeze', actor: 'grace' }],
    });
    expect((await of('elsewhere')).items).toEqual([]);
  });

  it('tell when nothing is promoted, and what of the file cannot be read', async () => {
    const range = 'from=2026-11-01T00:00:00Z&until=2026-12-31T00:00:00Z';
    const { body } = await get(`/freezes?${range}`);
    expect(body).toMatchObject({
      repository: url,
      path: 'freezes.yaml',
      items: [{ title: 'Sale', setBy: 'grace', active: false }],
    });
    expect(body.problems[0]).toMatch(/^freezes\.yaml, line 3, column \d+: /);
    expect(body.warnings).toEqual([
      expect.stringMatching(/^freezes\.yaml, line 2: Sale .* 'prod'/),
    ]);
    expect((await get(`/freezes?${range}`, nobody)).status).toBe(403);
    expect(
      (
        await get(
          '/freezes?from=2026-11-01T00:00:00Z&until=2025-01-01T00:00:00Z',
        )
      ).status,
    ).toBe(400);
    const checked = await request(routes.server)
      .post('/api/fleet/freezes/check')
      .set('authorization', mockCredentials.user.header(admin))
      .send({ text: 'freezes: [{ title: a }]' });
    expect(checked.body.items).toEqual([]);
    expect(checked.body.problems.join()).toContain('line 1, column 11');
    expect(checked.body.warnings).toEqual([]);
    const misspelt = await request(routes.server)
      .post('/api/fleet/freezes/check')
      .set('authorization', mockCredentials.user.header(admin))
      .send({
        text: 'freezes: [{ title: Sale, reason: busy, environments: [stag*, prodution], from: 2026-11-27 }]',
      });
    expect(misspelt.body).toMatchObject({
      titles: ['Sale'],
      problems: [],
      warnings: [expect.stringContaining("'prodution'")],
    });
  });

  it('tell of no environment that the caller may not see whether there is one', async () => {
    await routes.store.syncClusters(
      [
        ...definitions,
        { ...definitions[1], name: 'lab-1', labels: { environment: 'lab' } },
      ],
      {
        complete: true,
        environmentOf: ({ labels }) => ({ environment: labels.environment }),
      },
    );
    const strayFor = async (user: string) => {
      const { body } = await request(routes.server)
        .post('/api/fleet/freezes/check')
        .set('authorization', mockCredentials.user.header(user))
        .send({
          text: 'freezes: [{ title: Sale, reason: busy, environments: [staging, production, l*], from: 2026-11-27 }]',
        });
      return body.warnings;
    };
    expect(await strayFor(admin)).toEqual([]);
    // Production is a stage of a pipeline that the auditor sees.
    expect(await strayFor(auditor)).toEqual([expect.stringContaining("'l*'")]);
  });

  it('answer the actions of MCP clients with the rights of who calls', async () => {
    const invoke = async (name: string, user: string, input: object) =>
      (
        await routes.actions.invoke({
          id: `test:${name}`,
          input: input as never,
          credentials: mockCredentials.user(user),
        })
      ).output as { items: unknown[] };
    const input = { entityRef: 'component:default/ledger' };
    expect(
      (await invoke('get-fleet-pipeline', admin, input)).items,
    ).toMatchObject([{ application: 'vault' }]);
    expect((await invoke('get-fleet-pipeline', auditor, input)).items).toEqual(
      [],
    );
    expect(
      (await invoke('list-fleet-promotions', admin, { limit: 5 })).items,
    ).toEqual([]);
  });
});
