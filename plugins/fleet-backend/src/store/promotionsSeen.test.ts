import type { Access } from './FleetQueryStore';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import type { KeptPromotion } from '../promotion/follow/KeptPromotion';
import type { PromotionRequest } from '../promotion/follow/PromotionGroup';
import { wavesOf } from '../promotion/pipeline/wavesOf';
import { eventsOf } from './promotion/eventsOf';
import { toPromotionRow } from './rows/PromotionRow';

const at = '2026-11-18T12:00:00.000Z';
const repository = 'https://git.example.org/platform/fleet';

/** Of who sees what is in staging alone. */
const testers: Access = {
  ...everything,
  applications: { field: 'environment', values: ['staging'] },
};

const promotion: KeptPromotion = {
  id: 'promotion',
  pipelineId: 'bookings',
  repository,
  application: 'bookings',
  action: 'promote',
  from: 'staging',
  to: 'production',
  environment: 'production',
  state: 'failed',
  summary: 'prod-1: the canary on prod-1 failed; prod-2: it crashes',
  stuck: 'nothing has moved on prod-1',
  waitsFor: [],
  moves: [],
  gates: [
    {
      gate: 'drift',
      title: 'No drift in the target',
      state: 'failed',
      summary: '1 open in production: replicas (override on prod-1)',
      waitsFor: [],
      evidence: [
        { summary: 'override on prod-1: replicas' },
        { summary: 'override on prod-10: replicas' },
      ],
    },
  ],
  enforcement: 'required',
  waves: [
    {
      title: 'Part 1',
      state: 'failed',
      summary: 'prod-1: the canary on prod-1 failed',
      clusters: ['prod-1', 'prod-2'],
    },
  ],
  overlays: {},
  createdAt: at,
  progressAt: at,
};

const request: PromotionRequest = {
  repository,
  number: 7,
  head: 'a'.repeat(40),
  pipelineId: 'bookings',
  stage: 'production',
  action: 'promote',
  moves: [],
  overlays: {},
  before: {},
  reviews: [],
  readFor: at,
  facts: {
    repository,
    number: 7,
    title: 'Promote bookings to Production',
    url: `${repository}/pull/7`,
    state: 'open',
    draft: false,
    summary: 'open',
    branch: 'fleet/promote/bookings-production',
    approvals: 0,
    changesRequested: 0,
    checks: { passed: 0, failed: 0, pending: 0 },
    author: 'fleet-bot',
    createdAt: at,
  },
  mark: {
    base: 'main',
    head: 'a'.repeat(40),
    updatedAt: at,
    approvers: [],
    people: {},
    changesRequested: [],
  },
};

describe.each(databaseNames)(
  'a promotion that some see in part, in %s',
  name => {
    const databases = useDatabases();

    it('names no cluster that the caller may not see', async () => {
      const fleet = await FleetFixture.create(await databases.create(name));
      await fleet.database('promotion_applications').insert({
        id: 'bookings',
        repository,
        application: 'bookings',
        search: 'bookings',
      });
      await fleet.database('promotion_overlays').insert({
        id: 'staging',
        application_id: 'bookings',
        environment: 'staging',
        repository,
        branch: 'main',
        path: 'apps/bookings/overlays/staging',
        source_key: 'staging',
        content: '1',
        inputs: '{}',
        proofs: '{}',
      });
      await fleet.database('promotions').insert(toPromotionRow(promotion));

      const { promotions } = fleet.store;
      const told = async (access: Access) => [
        (await promotions.listPromotions({ access })).items[0],
        (await promotions.getPromotion(promotion.id, access))?.promotion,
      ];
      const all = await told(everything);
      expect(all).toMatchObject([
        { gates: promotion.gates, summary: promotion.summary },
        { gates: promotion.gates, stuck: promotion.stuck },
      ]);
      const some = await told(testers);
      expect(some).toMatchObject([{ id: promotion.id }, { id: promotion.id }]);
      expect(JSON.stringify(some)).not.toMatch(/prod-[12]\b/);
      expect(some[0]).toMatchObject({
        state: 'failed',
        gates: [
          {
            state: 'failed',
            evidence: [
              { summary: 'override on prod-10: replicas' },
              { summary: 'and 1 cluster that you may not see' },
            ],
          },
        ],
      });
    });
  },
);

describe('what all who see a part of a pipeline are told', () => {
  it('tells in events what went wrong, and not where', () => {
    const events = eventsOf(undefined, promotion, [request], new Date(at));
    expect(events.find(({ type }) => type === 'failed')).toMatchObject({
      summary: 'it is not well where it went; it crashes',
    });
  });

  it('calls no wave by its clusters', () => {
    const waves = wavesOf(
      {
        title: 'Production',
        waves: [
          { regions: [], clusters: ['prod-1'] },
          { title: 'Most', regions: [], clusters: ['prod-2'] },
          { regions: ['eu-west-1'], clusters: [] },
        ],
      },
      [
        {
          clusters: [
            { cluster: 'prod-1' },
            { cluster: 'prod-2' },
            { cluster: 'prod-3', region: 'eu-west-1' },
            { cluster: 'prod-4' },
          ],
        },
      ],
    );
    expect(waves.map(({ title }) => title)).toEqual([
      'Part 1',
      'Most',
      'eu-west-1',
      'The rest',
    ]);
  });
});
