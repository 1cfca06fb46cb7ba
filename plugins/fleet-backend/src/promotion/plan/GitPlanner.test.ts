import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  PipelineStage,
  Promotion,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { readChange } from '@fleetcommander/backstage-plugin-fleet-node';
import { outage } from '@fleetcommander/demo-fleet';
import { HiddenClusters } from '../HiddenClusters';
import { GitStage } from '../../claims/__testUtils__/GitStage';
import {
  bookings,
  bookingsBasis,
  bookingsFiles,
  productionFile,
} from '../__fixtures__/bookings';
import type { PipelineBasis } from '../PipelineBasis';
import type { PlanRequest } from '../Planner';
import { GitPlanner } from './GitPlanner';
import { VersionLinks } from './VersionLinks';

const requester = 'user:development/guest';
const us = productionFile('us-east-1');
const eu = productionFile('eu-west-1');
const name = 'platform/fleet';

describe('GitPlanner', () => {
  jest.setTimeout(120_000);
  let stage: GitStage;
  let production: Partial<PipelineStage>;
  let basis: PipelineBasis;
  let planner: GitPlanner;
  let links: VersionLinks;

  beforeEach(async () => {
    stage = await GitStage.start(bookingsFiles);
    production = {};
    basis = bookingsBasis(stage.config);
    links = new VersionLinks({
      hosts: stage.hosts,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'bookings',
              annotations: {
                'backstage.io/source-location': `url:${stage.host.url}/travel/bookings/tree/main/`,
              },
            },
          },
        ],
      }),
    });
    planner = new GitPlanner({
      hosts: stage.hosts,
      store: {
        promotions: {
          readBasis: async id => (id === basis.id ? basis : undefined),
          getPipeline: async () => bookings(stage.config.url, { production }),
        },
      },
      stageGates: {
        judge: async ({ gates }) => ({
          gates: gates.map(({ gate }) => ({
            gate,
            title: gate,
            state: 'waiting',
            summary: 'waits | for @grace <!-- /fleet-gates -->',
            waitsFor: [],
            evidence: [],
          })),
          enforcement: 'not-required',
        }),
      },
      links,
      statusContext: 'fleet/gates',
      appUrl: 'https://portal.example.org',
    });
  });
  afterEach(() => stage.host.stop());

  const plan = (more: Partial<PlanRequest> = {}) =>
    planner.plan({
      pipelineId: 'bookings-id',
      action: 'promote',
      stage: 'production',
      requester,
      ...more,
    });

  const commit = (files: Record<string, string>, branch = 'main') =>
    stage.host.commit(name, { message: 'By others', files, branch });

  it('names no cluster that the requester may not see, not even in the pull request', async () => {
    const planned = await plan({
      hidden: new HiddenClusters(['prod-us-east-1']),
    });
    expect(planned.risk).toMatchObject({
      clusters: [],
      summary: 'it goes to clusters that you may not see',
    });
    expect(planned.waves.map(({ clusters }) => clusters)).toEqual([
      [],
      ['prod-eu-west-1'],
    ]);
    expect(JSON.stringify(planned)).not.toContain('prod-us-east-1');
  });

  it('says what moves into the first wave, in the lines that must change, with a handful of requests', async () => {
    const asked = stage.host.requests.length;
    const planned = await plan({ reason: 'It is time, @grace' });
    expect(stage.host.requests.length - asked).toBeLessThanOrEqual(12);
    expect(planned).toMatchObject({
      application: 'bookings',
      from: 'staging',
      to: 'production',
      base: 'main',
      branch: 'fleet/promote/bookings+production',
      readAt: await stage.host.headOf(name, 'main'),
      wave: 0,
      title: 'Promote bookings 1.5.0 to production (wave 1 of 2: us-east-1)',
      labels: ['promotion'],
      reviewers: ['grace', 'team:travel'],
      draft: false,
      risk: {
        environment: 'production',
        clusters: ['prod-us-east-1'],
        canary: false,
        summary:
          'It changes prod-us-east-1 of production; no canary tries it first',
      },
      warnings: [],
      nothing: undefined,
    });
    expect(planned.moves).toEqual([
      {
        kind: 'image',
        name: 'ghcr.io/acme/bookings',
        from: '1.4.2',
        to: '1.5.0',
        region: 'us-east-1',
        summary: 'image bookings 1.4.2 → 1.5.0 in us-east-1',
      },
    ]);
    expect(planned.files).toEqual([
      {
        path: us,
        text: bookingsFiles[us].replace('1.4.2', '1.5.0'),
        diff: expect.stringContaining(
          "-    newTag: '1.4.2' # moved by promotions\n+    newTag: '1.5.0' # moved by promotions",
        ),
        url: `${stage.config.url}/blob/main/${us}`,
      },
    ]);
    expect(readChange(planned.body)).toEqual({
      action: 'promote',
      requester,
      promotion: {
        application: 'bookings',
        from: 'staging',
        to: 'production',
        wave: 0,
      },
    });
    // What others say can neither end a table, nor a mark, nor call anybody.
    expect(planned.body.match(/<!--/g)).toHaveLength(3);
    expect(planned.body).not.toContain('@grace');
    expect(planned.body).toContain('Not enforced');
  });

  it('goes on with the wave that lacks it, and says when none does', async () => {
    await commit({ [us]: bookingsFiles[us].replace('1.4.2', '1.5.0') });
    expect(await plan()).toMatchObject({
      wave: 1,
      branch: 'fleet/promote/bookings+production+1',
      files: [{ path: eu }],
    });
    expect(await plan({ wave: 0 })).toMatchObject({
      nothing: 'production runs what staging runs',
      files: [],
      moves: [],
    });
    await commit({ [eu]: bookingsFiles[eu].replace('1.4.2', '1.5.0') });
    expect(await plan()).toMatchObject({
      nothing: 'production runs what staging runs',
      files: [],
    });
    await expect(plan({ wave: 2 })).rejects.toThrow('has 2 waves');
  });

  it.each([
    ['cannot be read', 'images: ['],
    [
      'cannot be changed',
      bookingsFiles[us].replace(
        "newTag: '1.4.2'",
        "newTag: &tag '1.4.2'\nnameSuffix: *tag",
      ),
    ],
  ])(
    'does not go on with a wave while the one before it %s',
    async (_, text) => {
      await commit({ [us]: text });
      expect(await plan()).toMatchObject({
        wave: 0,
        files: [],
        nothing: expect.stringContaining(
          'Nothing of staging can be moved to production',
        ),
      });
    },
  );

  it('changes all at once where Git cannot tell waves apart', async () => {
    production.waves = [
      { title: 'all', regions: [], clusters: [], separate: false },
    ];
    const planned = await plan();
    expect(planned.wave).toBeUndefined();
    expect(planned.files.map(({ path }) => path)).toEqual([eu, us]);
    expect(planned.risk.summary).toContain('2 clusters of production together');
  });

  it('does not take a stage back that is ahead', async () => {
    await commit({ [us]: bookingsFiles[us].replace('1.4.2', '1.6.0') });
    expect(await plan({ wave: 0 })).toMatchObject({
      nothing: expect.stringContaining('production is ahead of staging'),
      files: [],
    });
  });

  it('says where a file cannot be read, and changes the others', async () => {
    production.waves = [];
    await commit({ [us]: 'images: [' });
    const planned = await plan();
    expect(planned.files.map(({ path }) => path)).toEqual([eu]);
    expect(planned.notMoved.join('\n')).toContain(us);
  });

  it('takes back what moved, and leaves what others changed since', async () => {
    const good = await stage.host.headOf(name, 'main');
    await commit({
      [us]: bookingsFiles[us]
        .replace('1.4.2', '1.5.0')
        .replace('count: 3', 'count: 5'),
    });
    production.previous = { revision: good!, at: '', moves: [] };
    const planned = await plan({ action: 'rollback' });
    expect(planned).toMatchObject({
      branch: 'fleet/rollback/bookings+production',
      title: 'Roll back bookings to 1.4.2 in production',
      from: undefined,
      wave: undefined,
      waves: [],
      draft: false,
      risk: { clusters: ['prod-us-east-1'] },
      files: [
        {
          path: us,
          text: bookingsFiles[us].replace('count: 3', 'count: 5'),
        },
      ],
    });
    // Named by hand, it is the same; at what it runs there is nothing to do.
    expect(
      (await plan({ action: 'rollback', revision: good!.slice(0, 10) })).files,
    ).toEqual(planned.files);
    const head = await stage.host.headOf(name, 'main');
    expect(await plan({ action: 'rollback', revision: head })).toMatchObject({
      nothing: expect.stringContaining('it ran at'),
      files: [],
    });
  });

  it('says so where what it ran was something else', async () => {
    const revision = await stage.host.headOf(name, 'main');
    const [here, there] = [us, eu].map(path =>
      bookingsFiles[path]
        .replace('newName: ghcr.io/acme/bookings', 'newName: ghcr.io/acme/shop')
        .replace('1.4.2', '2.0.0'),
    );
    await commit({ [us]: here, [eu]: there });
    expect(await plan({ action: 'rollback', revision })).toMatchObject({
      files: [],
      nothing: expect.stringMatching(
        /^production cannot be taken back to [0-9a-f]{7}: image ghcr.io\/acme\/shop was ghcr.io\/acme\/bookings then, which is something else/,
      ),
    });
  });

  it('goes back to nothing that the branch never had', async () => {
    await commit({ [us]: bookingsFiles[us].replace('1.4.2', '0.0.1') }, 'evil');
    for (const revision of [
      await stage.host.headOf(name, 'evil'),
      'f'.repeat(40),
      'main',
      '../../x',
    ]) {
      await expect(plan({ action: 'rollback', revision })).rejects.toThrow(
        'in its history',
      );
    }
    await expect(plan({ action: 'rollback' })).rejects.toThrow(
      'name the commit to go back to',
    );
  });

  it('links what lies between two versions, where the source of the image is known', async () => {
    await stage.host.addRepository('travel/bookings', { files: { a: '1' } });
    const tag = async (version: string) =>
      stage.host.commit('travel/bookings', {
        message: version,
        files: { a: version },
        branch: `v${version}`,
      });
    await tag('1.4.2');
    await tag('1.5.0');
    const link = {
      url: expect.stringContaining('/travel/bookings/compare/'),
      commits: 1,
    };
    const { moves } = await plan();
    expect(moves[0]).toMatchObject(link);

    // A screen is answered at once, and has the link when it asks again.
    const back = moves.map(({ from, to, name: image }) => ({
      kind: 'image' as const,
      name: image,
      from: to,
      to: from,
      summary: '',
    }));
    expect(links.known(basis, back)).toEqual(back);
    await links.add(basis, back);
    expect(links.known(basis, back)[0].url).toContain('/compare/');

    // What it has is not lost where the host does not answer, and asked for again soon.
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now');
    const minutesLater = (minutes: number) =>
      clock.mockReturnValue(now + minutes * 60_000);
    stage.host.fail(outage());
    minutesLater(11);
    expect((await links.add(basis, back))[0].url).toContain('/compare/');
    expect(links.known(basis, back)[0].url).toContain('/compare/');
    stage.host.heal();
    const asked = stage.host.requests.length;
    minutesLater(13);
    expect((await links.add(basis, back))[0].url).toContain('/compare/');
    expect(stage.host.requests.length).toBeGreaterThan(asked);
    clock.mockRestore();
  });

  it('asks a Git host once, and not at each screen, for a link that it has no answer for', async () => {
    const { moves } = await plan();
    const asked = stage.host.requests.length;
    expect(links.known(basis, moves)).toEqual(moves);
    expect(await links.add(basis, moves)).toEqual(moves);
    expect(stage.host.requests).toHaveLength(asked);
  });

  it('tells of one that is open, of a freeze and of a stage without clusters', async () => {
    const open: Partial<Promotion> = {
      action: 'promote',
      state: 'waiting',
      pullRequest: { number: 7 } as Promotion['pullRequest'],
      moves: [
        {
          kind: 'image',
          name: 'ghcr.io/acme/bookings',
          to: '2.0.0',
          summary: 'image bookings 1.4.2 → 2.0.0',
        },
      ],
    };
    production.promotion = open as Promotion;
    production.clusters = [];
    production.freeze = {
      title: 'Sale',
      reason: 'the busiest week',
    } as PipelineStage['freeze'];
    const { warnings, open: shown } = await plan();
    expect(shown).toEqual(open);
    expect(warnings).toEqual([
      '#7 is open already, and moves something else: image bookings 1.4.2 → 2.0.0',
      'No cluster runs production yet: nobody will see whether it works',
      'It is frozen: Sale, the busiest week. The pull request waits for its end',
    ]);
  });

  it.each<[Partial<PlanRequest>, string]>([
    [{ pipelineId: 'x' }, 'There is no pipeline "x"'],
    [{ stage: 'prod' }, 'it has development, staging, production'],
    [{ stage: 'development' }, 'is the first stage'],
    [{ from: 'development' }, 'promoted from staging, not from development'],
    [{ stage: 'staging' }, 'Git has no overlay of bookings for development'],
  ])('refuses %j', async (request, message) => {
    await expect(plan(request)).rejects.toThrow(message);
  });

  it('says so where no pipeline of the config fits', async () => {
    basis = { ...basis, pipeline: undefined };
    await expect(plan()).rejects.toThrow('add its name to the applications');
  });
});
