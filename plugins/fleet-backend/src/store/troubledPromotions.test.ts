import type { BranchLack } from '../promotion/follow/KeptPromotion';
import { databaseNames, useDatabases } from './__testUtils__/databases';
import { everything, FleetFixture } from './__testUtils__/FleetFixture';
import { toPromotionRow } from './rows/PromotionRow';

const moved = '2026-11-18T12:00:00.000Z';

function promotion(
  id: string,
  facts: {
    state: string;
    stuck?: string;
    waitsFor?: string[];
    branchLacks?: BranchLack[];
  },
) {
  return toPromotionRow({
    id,
    pipelineId: 'bookings',
    repository: 'https://git.example.org/platform/fleet',
    application: 'bookings',
    action: 'promote',
    to: 'production',
    environment: 'production',
    summary: 'the canary of prod-1 failed',
    waitsFor: [],
    moves: [],
    gates: [],
    enforcement: 'required',
    waves: [],
    overlays: [],
    createdAt: moved,
    progressAt: moved,
    ...facts,
  } as never);
}

describe.each(databaseNames)('promotions in trouble, in %s', name => {
  const databases = useDatabases();

  it('need a person: those that failed and those that are stuck, with no word of what the caller may not see', async () => {
    const fleet = await FleetFixture.create(await databases.create(name));
    await fleet.database('promotion_applications').insert({
      id: 'bookings',
      repository: 'https://git.example.org/platform/fleet',
      application: 'bookings',
      owner_refs: JSON.stringify(['group:default/team-travel']),
      search: 'bookings',
    });
    await fleet.database('promotions').insert([
      promotion('failed', { state: 'failed' }),
      promotion('stuck', { state: 'waiting', stuck: 'nothing has moved' }),
      promotion('waiting', { state: 'waiting' }),
      promotion('lacking', {
        state: 'waiting',
        branchLacks: [
          { summary: 'main requires 2 approvals, and has 1', waitsFor: [] },
        ],
      }),
      promotion('done', { state: 'done' }),
    ]);

    expect(await fleet.store.getSummary({ access: everything })).toMatchObject({
      attentionTotal: 3,
      attention: [
        {
          type: 'promotion',
          title: 'bookings',
          state: 'failing',
          summary: 'its promotion to production failed after it was merged',
          promotionId: 'failed',
          ownerRef: 'group:default/team-travel',
          environment: 'production',
          since: moved,
        },
        {
          state: 'degraded',
          summary: `its promotion to production is stuck: nothing has moved since ${moved}`,
          promotionId: 'stuck',
        },
        {
          state: 'progressing',
          summary: 'waits for what its branch requires, to enter production',
          promotionId: 'lacking',
        },
      ],
    });
    for (const asked of [
      { access: { ...everything, applications: false as const } },
      { access: everything, filter: [{ environment: ['production'] }] },
    ]) {
      expect(await fleet.store.getSummary(asked)).toMatchObject({
        attentionTotal: 0,
      });
    }
  });
});
