import {
  databaseNames,
  useDatabases,
} from '../../store/__testUtils__/databases';
import { everything } from '../../store/__testUtils__/FleetFixture';
import { aSecond } from '../__testUtils__/aSecond';
import { bookingsFiles, productionFile } from '../__fixtures__/bookings';
import {
  followFleet,
  requester,
  type FollowedFleet,
} from '../__testUtils__/followFleet';

const name = 'platform/fleet';
const staging = 'apps/bookings/overlays/staging/kustomization.yaml';
const ada = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'ada', annotations: { 'github.com/user-login': 'Ada' } },
  spec: {},
};
const nothing = { clusters: false, applications: false, claims: false };

describe.each(databaseNames)('PromotionFollower on %s', databaseName => {
  const databases = useDatabases();
  let stage: FollowedFleet['git'];
  let fleet: FollowedFleet['fleet'];
  let id: string;
  let turn: FollowedFleet['turn'];
  let pipeline: FollowedFleet['pipeline'];
  let production: FollowedFleet['production'];
  let promotions: FollowedFleet['promotions'];
  let promote: FollowedFleet['promote'];
  let merge: FollowedFleet['merge'];
  let run: FollowedFleet['run'];

  beforeEach(async () => {
    const followed = await followFleet(await databases.create(databaseName), {
      users: [ada],
    });
    ({ git: stage, fleet, id, turn } = followed);
    ({ pipeline, production, promotions, promote, merge } = followed);
    run = (place, folder, version, more) =>
      followed.run(place, `apps/bookings/overlays/${folder}`, version, more);
    await run('stg', 'staging', '1.5.0');
    await run('us', 'production/us-east-1', '1.4.2');
    await run('eu', 'production/eu-west-1', '1.4.2');
  });
  afterEach(() => stage.host.stop());

  it('tells what stages run, what they lack and where clusters disagree', async () => {
    await turn();
    await turn();
    const asked = stage.host.requests.length;
    await turn();
    const again = stage.host.requests.slice(asked);
    expect(again.filter(({ status }) => status !== 304)).toEqual([]);

    const [first, second] = (await pipeline())!.stages;
    expect(first).toMatchObject({
      version: '1.5.0',
      state: 'healthy',
      lacks: [],
      clusters: [{ cluster: 'stg', agrees: true }],
    });
    expect(second).toMatchObject({
      version: '1.4.2',
      waves: [
        { regions: ['us-east-1'], clusters: ['us'], separate: true },
        { regions: ['eu-west-1'], clusters: ['eu'], separate: true },
      ],
      lacks: [
        {
          from: 'staging',
          ahead: false,
          moves: [{ summary: 'image bookings 1.4.2 → 1.5.0' }],
        },
      ],
      mayPromote: true,
    });

    await run('eu', 'production/eu-west-1', '1.3.0');
    expect(await production()).toMatchObject({
      summary: 'runs something other than Git says on eu',
      clusters: [
        { cluster: 'eu', agrees: false },
        { cluster: 'us', agrees: true },
      ],
    });
    // A file that does not parse spoils its own overlay alone, and says where.
    await stage.host.commit(name, {
      branch: 'main',
      message: 'Break it',
      files: { [staging]: 'resources:\n  - [\n' },
    });
    await turn();
    const broken = await pipeline();
    expect(broken!.problems).toEqual([
      expect.stringMatching(/staging\/kustomization\.yaml, line \d/),
    ]);
    expect(broken!.stages[1].version).toBe('1.4.2');
  });

  it('calls a stage unreachable with a cluster that is silent, whoever delivers to it', async () => {
    await turn();
    // What a hub delivers is well as far as the hub knows.
    await run('stg', 'production/eu-west-1', '1.4.2', {
      application: { target: { type: 'name', name: 'eu' } },
    });
    await fleet.write('eu', {
      contact: {
        reachability: { outcome: 'unreachable', message: 'no route to host' },
      },
    });
    const summary = 'unreachable: no route to host';
    const silent = {
      cluster: 'eu',
      state: 'unreachable',
      summary,
      freshness: { stale: true, reason: summary },
    };
    expect(await production()).toMatchObject({
      state: 'unreachable',
      summary: expect.stringContaining(summary),
      clusters: [silent, silent, { cluster: 'us', state: 'healthy' }],
    });
  });

  it('follows a promotion in waves until it runs everywhere, and opens the next one once', async () => {
    await turn();
    const number = await promote();
    await turn();
    const [opened] = await promotions();
    expect(opened).toMatchObject({
      action: 'promote',
      from: 'staging',
      to: 'production',
      state: 'waiting',
      summary: 'its gates have not been judged yet',
      version: '1.5.0',
      requester,
      moves: [{ summary: 'image bookings 1.4.2 → 1.5.0' }],
      waves: [
        { state: 'open', clusters: [{ cluster: 'us' }] },
        { state: 'waiting' },
      ],
      pullRequest: { number },
    });
    // What stays as it is is told to nobody again.
    expect(await fleet.store.promotions.sweep()).toBe(0);
    const [open] = await fleet.store.promotions.openPromotions();
    expect(open.pullRequest).toMatchObject({ number });
    const gate = { gate: 'approvals', title: 'Approvals', evidence: [] };
    const verdict = (state: 'waiting' | 'passed') => ({
      gates: [{ ...gate, state, summary: '0 of 1', waitsFor: ['team:travel'] }],
      enforcement: 'not-required' as const,
      judged: state,
    });
    await fleet.store.promotions.writeVerdicts(open.id, verdict('waiting'));
    await turn();
    expect((await promotions())[0]).toMatchObject({
      state: 'waiting',
      summary: 'Approvals: 0 of 1',
      waitsFor: ['team:travel'],
    });
    await fleet.store.promotions.writeVerdicts(open.id, {
      ...verdict('passed'),
      branchLacks: [
        { summary: 'main requires 2 approvals, and has 1', waitsFor: [] },
        {
          summary: 'main requires that an owner approves',
          waitsFor: ['team:travel'],
        },
      ],
    });
    await turn();
    expect((await promotions())[0]).toMatchObject({
      state: 'waiting',
      summary:
        'main requires 2 approvals, and has 1; main requires that an owner approves',
      waitsFor: ['team:travel'],
    });
    await fleet.store.promotions.writeVerdicts(open.id, verdict('passed'));
    await turn();
    expect((await promotions())[0]).toMatchObject({ state: 'ready' });

    await merge(number);
    await turn();
    expect((await promotions())[0]).toMatchObject({
      state: 'rolling-out',
      summary:
        'us-east-1, wave 1 of 2: 0 of 1 clusters run it; us: does not run 1.5.0 yet',
    });
    await run('us', 'production/us-east-1', '1.5.0');
    await turn();
    await turn();
    const [between] = await promotions();
    expect(between).toMatchObject({
      state: 'waiting',
      waves: [{ state: 'done' }, { state: 'open', pullRequest: { number: 2 } }],
    });
    await merge(2);
    await run('eu', 'production/eu-west-1', '1.5.0');
    await turn();
    const [done] = await promotions();
    expect(done).toMatchObject({
      state: 'done',
      waves: [{}, { state: 'done' }],
    });
    expect(stage.host.repositories.get(name)!.pulls.size).toBe(2);

    const { events } = (await fleet.store.promotions.getPromotion(
      done.id,
      everything,
    ))!;
    expect(events.map(({ type }) => type).sort()).toEqual(
      [
        'requested',
        'opened',
        'opened',
        'approved',
        'approved',
        'gates-opened',
        'merged',
        'merged',
        'wave-started',
        'wave-started',
        'wave-done',
        'wave-done',
        'done',
      ].sort(),
    );
    expect(
      await fleet.store.promotions.statistics({ access: everything, days: 7 }),
    ).toMatchObject({ items: [{ promotions: 1, rollbacks: 0, perWeek: 1 }] });

    // All of it is told again from Git.
    for (const table of [
      'promotions',
      'promotion_versions',
      'promotion_changes',
      'promotion_overlays',
      'promotion_applications',
      'promotion_branches',
      'pull_requests',
      'git_repositories',
    ]) {
      await fleet.database(table).delete();
    }
    await turn();
    await turn();
    expect(await promotions()).toMatchObject([
      {
        id: done.id,
        state: 'done',
        version: '1.5.0',
        moves: done.moves,
        requester,
        createdAt: done.createdAt,
        mergedAt: done.mergedAt,
        endedAt: done.endedAt,
      },
    ]);
    expect((await production()).previous).toMatchObject({
      version: '1.4.2',
      moves: [{ summary: 'image bookings 1.5.0 → 1.4.2' }],
    });
  });

  it.each([
    [
      'a version that no database keeps',
      (text: string) => text.replace("'1.4.2'", '"1.4\\0"'),
    ],
    [
      'a file that is called as what every object has',
      () => 'resources: [../../../../../constructor]\n',
    ],
  ])('goes on following where somebody pushes %s', async (_, pushed) => {
    await turn();
    const number = await promote();
    const path = productionFile('us-east-1');
    await stage.host.commit(name, {
      branch: 'fleet/promote/bookings-production',
      message: 'Push more',
      files: { [path]: pushed(bookingsFiles[path]) },
    });
    await turn();
    expect((await promotions())[0].pullRequest?.number).toBe(number);
  });

  it('says so when Git was taken elsewhere, a pull request was closed, and one is stuck', async () => {
    await turn();
    await merge(await promote());
    await turn();
    await stage.host.commit(name, {
      branch: 'main',
      message: 'By hand',
      files: {
        [productionFile('us-east-1')]: bookingsFiles[
          productionFile('us-east-1')
        ].replace('1.4.2', '1.4.9'),
      },
      // Git tells times by the second.
      at: new Date(Date.now() + 5_000),
    });
    await turn();
    expect((await promotions())[0]).toMatchObject({ state: 'superseded' });
    const number = await promote();
    await turn();
    fleet.now = new Date(Date.now() + 25 * 60 * 60_000);
    await fleet.store.promotions.sweep();
    expect((await promotions())[1]).toMatchObject({
      stuck: expect.stringContaining('nothing has moved since'),
    });
    expect(await fleet.store.promotions.readNews()).toEqual([]);
    await stage.close(number);
    await turn();
    expect((await promotions())[1]).toMatchObject({ state: 'closed' });
  });

  it('shows nobody what they may not see', async () => {
    await turn();
    await promote();
    await turn();
    const only = (field: 'environment' | 'owner', value: string) => ({
      ...everything,
      applications: { field, values: [value] },
    });
    for (const access of [nothing, only('owner', 'group:default/other')]) {
      expect(await pipeline(access)).toBeUndefined();
      expect(
        await fleet.store.promotions.listPromotions({ access }),
      ).toMatchObject({ items: [], totalItems: 0 });
      expect(await fleet.store.promotions.listEvents({ access })).toMatchObject(
        { items: [], totalItems: 0 },
      );
    }
    const ofStaging = only('environment', 'staging');
    const seen = await pipeline(ofStaging);
    expect(seen!.stages.map(({ clusters }) => clusters.length)).toEqual([1, 0]);
    const covers = (access: typeof ofStaging, of: string) =>
      fleet.store.promotions.coversStage({ pipelineId: id, stage: of }, access);
    expect(await covers(ofStaging, 'staging')).toBe(true);
    expect(await covers(ofStaging, 'production')).toBe(false);
  });

  it('goes by the branch, and by who asked first, whatever the body is edited to', async () => {
    await turn();
    const number = await promote();
    await turn();
    await aSecond();
    await stage.edit(number, body =>
      body
        .replace('"to":"production"', '"to":"staging"')
        .replace('"from":"staging",', '')
        .replace(requester, 'user:default/nobody'),
    );
    await turn();
    expect(await promotions()).toMatchObject([
      { from: 'staging', to: 'production', requester },
    ]);
    expect((await promotions())[0].moves).toHaveLength(1);
  });

  it('takes who asked from the commit, where the body was edited before anybody looked', async () => {
    await turn();
    const number = await promote();
    await stage.edit(number, body =>
      body.replace(requester, 'user:default/nobody'),
    );
    await turn();
    expect(await promotions()).toMatchObject([{ requester }]);
  });

  it.each([
    ['as themselves', 'token-of-ada', requester],
    ['in the name of another', 'token-of-grace', undefined],
  ])(
    'knows who opened it %s, by the annotation of the catalog',
    async (_, token, asked) => {
      await turn();
      await promote('promote', { token });
      await turn();
      expect((await promotions())[0].requester).toBe(asked);
    },
  );

  it('follows none into another branch than that of its stage', async () => {
    await turn();
    await stage.host.commit(name, {
      branch: 'other',
      message: 'Other',
      files: { other: '' },
    });
    await promote('promote', { base: 'other' });
    await turn();
    expect(await promotions()).toEqual([]);
  });

  it('gives the second wave what the first got, once that runs somewhere, and stops where it is closed', async () => {
    await turn();
    const number = await promote();
    await turn();
    await stage.close(number);
    await turn();
    expect((await promotions())[0].state).toBe('closed');
    await aSecond();
    await stage.reopen(number);
    await turn();
    expect((await promotions())[0].state).toBe('waiting');

    await merge(number);
    // Not delivered there yet, or not asked again yet.
    await fleet.database('applications').delete();
    await turn();
    const pulls = stage.host.repository(name).pulls;
    expect(pulls.size).toBe(1);
    expect((await promotions())[0].summary).toContain(
      'no cluster is delivered from there yet',
    );

    await stage.host.commit(name, {
      branch: 'main',
      message: 'Next',
      files: { [staging]: bookingsFiles[staging].replace('1.5.0', '1.6.0') },
    });
    await run('us', 'production/us-east-1', '1.5.0', {
      application: { since: '2026-01-02T00:00:00.000Z' },
    });
    await turn();
    await turn();
    expect(pulls.get(2)?.title).toContain('1.5.0');

    await stage.close(2);
    await turn();
    await fleet.database('promotions').update({ opening_until: null });
    await turn();
    expect(await promotions()).toMatchObject([
      { state: 'closed', waves: [{ state: 'done' }, { state: 'stopped' }] },
    ]);
    expect(pulls.size).toBe(2);

    const ranWell = (to: string) =>
      fleet.store.promotions.ranWell({ pipelineId: id, stage: 'production' }, [
        {
          kind: 'image',
          name: 'ghcr.io/acme/bookings',
          region: 'us-east-1',
          to,
          summary: '',
        },
      ]);
    expect(await ranWell('1.4.2')).toBe(true);
    expect(await ranWell('6.6.6')).toBe(false);
  });
});
