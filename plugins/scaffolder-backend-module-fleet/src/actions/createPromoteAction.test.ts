import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';
import { NotAllowedError } from '@backstage/errors';
import {
  overlayPath as path,
  overlayText as before,
  promotionPlanOf,
} from '../__testUtils__/promotionPlanOf';
import { TestScaffolder } from '../__testUtils__/TestScaffolder';

const name = 'platform/fleet';
const after = before.replace('1.4.2', '1.5.0');
const files = { [path]: before };

describe('fleet:promote and fleet:rollback', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;
  let requester: string;
  let asked: object[];

  const planOf = (options: Partial<PromotionPlan> = {}) =>
    promotionPlanOf(scaffolder.git, { requester, ...options });

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({ files });
    requester = 'user:default/mock';
    asked = [];
    scaffolder.fleet.plan = async request => {
      asked.push(request);
      return planOf({ action: request.action });
    };
  });
  afterEach(() => scaffolder.stop());

  const promote = (input: object = {}) => ({
    action: 'fleet:promote',
    input: { pipelineId: 'id-of-web', stage: 'production', ...input },
  });
  const pulls = () => [...scaffolder.git.repository(name).pulls.values()];

  it('opens one pull request, however often it is asked', async () => {
    const url = `${scaffolder.git.url}/${name}/pull/1`;
    for (const outcome of ['opened', 'unchanged']) {
      const run = await scaffolder.run(promote({ reason: 'It is time' }));
      expect(run).toMatchObject({
        status: 'completed',
        output: {
          outcome,
          pullRequestUrl: url,
          number: 1,
          branch: 'fleet/promote/web+production',
          moves: [{ summary: 'image web 1.4.2 → 1.5.0' }],
          files: [path],
          gates: [{ gate: 'approvals', state: 'waiting' }],
          url: 'https://portal.example.org/fleet/promotions',
        },
      });
      expect(run.log).toContain('image web 1.4.2 → 1.5.0');
      expect(run.log).toContain('does not demand that the gates are open');
      expect(run.log).toContain('Stays as it is: value DEBUG');
    }
    expect(asked[0]).toEqual({
      pipelineId: 'id-of-web',
      action: 'promote',
      stage: 'production',
      reason: 'It is time',
    });
    expect(pulls()).toMatchObject([
      { labels: ['promotion'], author: 'fleet-bot' },
    ]);
    expect(
      await scaffolder.git.readFiles(name, 'fleet/promote/web+production'),
    ).toEqual({ [path]: after });
  });

  it('meets another in their pull request, and says whose it is', async () => {
    requester = 'user:default/ada';
    await scaffolder.run(promote());
    requester = 'user:default/mock';
    const joined = {
      status: 'completed',
      output: {
        outcome: 'joined',
        requester: 'user:default/ada',
        pullRequestUrl: `${scaffolder.git.url}/${name}/pull/1`,
      },
    };
    // The backend has not read it yet, and what is wanted is another.
    const [file] = (await planOf()).files;
    scaffolder.fleet.plan = () =>
      planOf({ files: [{ ...file, text: before.replace('1.4.2', '2.0.0') }] });
    expect(await scaffolder.run(promote())).toMatchObject(joined);
    // It has.
    scaffolder.fleet.plan = () =>
      planOf({
        open: {
          action: 'promote',
          requester: 'user:default/Ada',
          pullRequest: {
            url: joined.output.pullRequestUrl,
            number: 1,
            state: 'open',
          },
        } as PromotionPlan['open'],
      });
    const { output, log } = await scaffolder.run(promote());
    expect(output).toMatchObject({ outcome: 'joined', number: 1 });
    expect(log).toContain('user:default/Ada asked for a change of production');
    expect(pulls()).toHaveLength(1);
  });

  it('plans again what has moved meanwhile, and not for ever', async () => {
    let turns = 0;
    let commits = 0;
    const others = () =>
      scaffolder.git.commit(name, {
        message: 'By others',
        files: { [path]: `${before}# ${++commits}\n` },
      });
    scaffolder.fleet.plan = async () => {
      const plan = await planOf();
      if (++turns === 1) {
        await others();
      }
      return plan;
    };
    expect(await scaffolder.run(promote())).toMatchObject({
      output: { outcome: 'opened' },
    });
    expect(turns).toBe(2);
    expect(
      await scaffolder.git.readFiles(name, 'fleet/promote/web+production'),
    ).toEqual({ [path]: `${after}# 1\n` });

    turns = 0;
    scaffolder.fleet.plan = async () => {
      const plan = await planOf({ action: 'rollback' });
      turns++;
      await others();
      return plan;
    };
    const { status, log } = await scaffolder.run({
      ...promote(),
      action: 'fleet:rollback',
    });
    expect(status).toBe('failed');
    expect(log).toContain(path);
    expect(turns).toBe(3);
  });

  it('makes nothing other than what was shown, also where that moves in between', async () => {
    const shown = ['image web 1.4.2 → 1.5.0'];
    const [move] = (await planOf()).moves;
    const other = { ...move, summary: 'image web 1.4.2 → 1.5.1' };
    let turns = 0;
    // The first plan is the one that was shown; then somebody merges.
    scaffolder.fleet.plan = async () => {
      if (++turns > 1) {
        return planOf({ moves: [other] });
      }
      const plan = await planOf();
      await scaffolder.git.commit(name, {
        message: 'By others',
        files: { [path]: `${before}# more\n` },
      });
      return plan;
    };
    for (const plans of [2, 3]) {
      const { status, log } = await scaffolder.run(promote({ shown }));
      expect(turns).toBe(plans);
      expect(status).toBe('failed');
      expect(log).toContain(
        'it was image web 1.4.2 → 1.5.0, and is image web 1.4.2 → 1.5.1 by now',
      );
    }
    expect(pulls()).toEqual([]);
    for (const again of [[other.summary], []]) {
      expect(await scaffolder.run(promote({ shown: again }))).toMatchObject({
        status: 'completed',
      });
    }
    scaffolder.fleet.plan = () =>
      planOf({ nothing: 'somebody was faster', files: [], moves: [] });
    expect(await scaffolder.run(promote({ shown }))).toMatchObject({
      output: { outcome: 'nothing-to-change' },
    });
  });

  it('makes nothing of nothing, nor when it is only tried', async () => {
    const dry = await scaffolder.dryRun(promote());
    expect(dry.log).toContain('+    newTag: 1.5.0');
    expect(dry.log).toContain('Would propose: Promote web');
    scaffolder.fleet.plan = () =>
      planOf({
        nothing: 'production runs what staging runs',
        files: [],
        moves: [],
      });
    expect(await scaffolder.run(promote())).toMatchObject({
      status: 'completed',
      output: {
        outcome: 'nothing-to-change',
        summary: 'production runs what staging runs',
      },
    });
    const { status, log } = await scaffolder.run(
      promote({ failWhenNothing: true }),
    );
    expect(status).toBe('failed');
    expect(log).toContain('production runs what staging runs');
    scaffolder.fleet.plan = async () => {
      throw new NotAllowedError('You may not promote web to production');
    };
    expect((await scaffolder.run(promote())).log).toContain(
      'You may not promote web to production',
    );
    expect(pulls()).toEqual([]);
  });

  it('takes back, to a commit where one is named', async () => {
    const rollback = (input: object) => ({
      ...promote(input),
      action: 'fleet:rollback',
    });
    expect(
      await scaffolder.run(rollback({ revision: '4f1c2e9' })),
    ).toMatchObject({
      output: { outcome: 'opened', branch: 'fleet/rollback/web+production' },
    });
    expect(asked).toMatchObject([{ action: 'rollback', revision: '4f1c2e9' }]);
    expect(
      (await scaffolder.run(rollback({ revision: 'main' }))).log,
    ).toContain('revision does not match');
  });
});
