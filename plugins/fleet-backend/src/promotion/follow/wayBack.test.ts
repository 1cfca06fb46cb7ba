import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { everything } from '../../store/__testUtils__/FleetFixture';
import { aSecond } from '../__testUtils__/aSecond';
import { productionFile } from '../__fixtures__/bookings';
import {
  followFleet,
  requester,
  type FollowedFleet,
} from '../__testUtils__/followFleet';

/** A canary that has let everything through. */
const through = {
  state: 'healthy',
  progress: 'succeeded',
  target: undefined,
} as const;

describe.each(databaseNames)('the way back on %s', databaseName => {
  const databases = useDatabases();
  let stage: FollowedFleet['git'];
  let fleet: FollowedFleet['fleet'];
  let planner: FollowedFleet['planner'];
  let id: string;
  let turn: FollowedFleet['turn'];
  let production: FollowedFleet['production'];
  let promotions: FollowedFleet['promotions'];
  let promote: FollowedFleet['promote'];
  let merge: FollowedFleet['merge'];
  let run: FollowedFleet['run'];

  beforeEach(async () => {
    const followed = await followFleet(await databases.create(databaseName));
    ({ git: stage, fleet, planner, id, turn } = followed);
    ({ production, promotions, promote, merge } = followed);
    run = (place, folder, version, more) =>
      followed.run(place, `apps/bookings/overlays/${folder}`, version, more);
    await run('stg', 'staging', '1.5.0');
    await run('us', 'production/us-east-1', '1.4.2');
    await run('eu', 'production/eu-west-1', '1.4.2');
  });
  afterEach(() => stage.host.stop());

  it('is opened by itself where a canary fails, which stays failed', async () => {
    await turn();
    await merge(await promote());
    await run('us', 'production/us-east-1', '1.4.2', {
      canary: {
        state: 'progressing',
        progress: 'under-way',
        summary: '30 % of requests go to 1.5.0',
        target: undefined,
      },
    });
    await turn();
    expect((await promotions())[0]).toMatchObject({
      state: 'rolling-out',
      summary: expect.stringContaining('30 % of requests go to 1.5.0'),
    });
    await run('us', 'production/us-east-1', '1.4.2', {
      canary: { target: undefined },
    });
    await turn();
    await turn();
    const [failed, rollback] = await promotions();
    expect(failed).toMatchObject({
      state: 'failed',
      summary: expect.stringContaining('us: its canary failed'),
      rollback: { promotionId: rollback.id, offered: false },
    });
    expect(rollback).toMatchObject({
      action: 'rollback',
      to: 'production',
      version: '1.4.2',
      pullRequest: { number: 2 },
    });
    await merge(2);
    await aSecond();
    // What is read of Git may come later than what clusters do about it.
    await run('us', 'production/us-east-1', '1.4.2', { canary: through });
    await fleet.store.promotions.sweep();
    expect((await promotions())[0]).toMatchObject({ state: 'failed' });
    await turn();
    await turn();
    const ended = {
      state: 'failed',
      summary: expect.stringMatching(
        /^us: its canary failed: .*; it was taken back before it had come everywhere$/,
      ),
      endedAt: expect.any(String),
      waves: [
        {
          state: 'failed',
          summary: expect.stringMatching(/^us: its canary failed/),
          endedAt: expect.any(String),
        },
        { state: 'stopped', summary: 'it never began' },
      ],
      rollback: { promotionId: rollback.id, state: 'done', offered: false },
    };
    const [over] = await promotions();
    expect(over).toMatchObject(ended);
    expect((await promotions())[1]).toMatchObject({ state: 'done' });

    // Nothing more becomes of it, and nobody has to see to it.
    await turn();
    expect((await promotions())[0]).toEqual(over);
    expect(await production()).toMatchObject({
      version: '1.4.2',
      state: 'healthy',
      promotion: undefined,
    });
    expect(await fleet.store.getSummary({ access: everything })).toMatchObject({
      attention: [],
    });
    const listed = (isEnded: boolean) =>
      fleet.store.promotions.listPromotions({
        access: everything,
        filter: [{ ended: [String(isEnded)] }],
      });
    expect(await listed(false)).toMatchObject({ totalItems: 0 });
    expect(await listed(true)).toMatchObject({ totalItems: 2 });
    const { events } = (await fleet.store.promotions.getPromotion(
      over.id,
      everything,
    ))!;
    expect(events.filter(({ type }) => type === 'failed')).toHaveLength(1);
    expect(
      await fleet.store.promotions.statistics({ access: everything, days: 7 }),
    ).toMatchObject({
      items: [{ promotions: 0, rollbacks: 1, failed: 1, failureRate: 1 }],
    });
  });

  it('takes every wave along that was merged where a later one fails', async () => {
    await turn();
    await merge(await promote());
    await run('us', 'production/us-east-1', '1.5.0');
    await turn();
    await turn();
    const { endedAt } = (await promotions())[0].waves[0];
    expect(endedAt).toBeDefined();
    // Half of it runs well for long, and is nothing to go back to.
    fleet.now = new Date(Date.now() + 65_000);
    await fleet.store.promotions.sweep();
    expect((await production()).previous).toMatchObject({ version: '1.4.2' });
    await merge(2);
    // Others commit all the time, and clusters apply that.
    await run('us', 'production/us-east-1', '1.5.0', {
      application: { revision: 'main@sha1:c0ffee' },
    });
    await run('eu', 'production/eu-west-1', '1.4.2', {
      canary: { target: undefined },
    });
    await turn();
    await turn();
    const [failed, rollback] = await promotions();
    expect(failed).toMatchObject({
      state: 'failed',
      waves: [{ state: 'done' }, { state: 'failed' }],
      rollback: { promotionId: rollback.id },
    });
    expect(rollback).toMatchObject({
      action: 'rollback',
      version: '1.4.2',
      moves: [{ summary: 'image bookings 1.5.0 → 1.4.2' }],
      waves: [{ clusters: [{ cluster: 'eu' }, { cluster: 'us' }] }],
      pullRequest: {
        number: 3,
        title: 'Roll back bookings to 1.4.2 in production',
      },
    });
    const plan = await planner.plan({
      pipelineId: id,
      action: 'rollback',
      stage: 'production',
      requester,
    });
    expect(plan.risk.clusters).toEqual(['eu', 'us']);
    expect(plan.files).toHaveLength(2);
    await aSecond();
    await merge(3);
    await run('us', 'production/us-east-1', '1.4.2');
    await run('eu', 'production/eu-west-1', '1.4.2', {
      canary: through,
    });
    // The way back takes away from where it had come, before anybody has read of it in Git.
    await fleet.store.promotions.sweep();
    await turn();
    expect(await promotions()).toMatchObject([
      {
        state: 'failed',
        waves: [
          { state: 'done', summary: 'came to 1 of 1 cluster', endedAt },
          { state: 'failed' },
        ],
      },
      { state: 'done' },
    ]);
    expect(await stage.read(productionFile('us-east-1'))).toContain('1.4.2');
    expect(await stage.read(productionFile('eu-west-1'))).toContain('1.4.2');
  });

  it('calls one that is taken back on its way stopped, and not failed', async () => {
    await turn();
    await merge(await promote());
    await turn();
    await aSecond();
    await merge(await promote('rollback'));
    await turn();
    expect((await promotions())[0]).toMatchObject({
      state: 'superseded',
      summary: 'it was taken back before it had come everywhere',
      waves: [
        {
          state: 'stopped',
          summary: 'came to 0 of 1 cluster',
        },
        { state: 'stopped', summary: 'it never began' },
      ],
    });
    expect(
      await fleet.store.promotions.statistics({ access: everything, days: 7 }),
    ).toMatchObject({ items: [{ failed: 0 }] });
  });
});
