import {
  outage,
  type GitHost,
  rateLimited,
  secondarilyRateLimited,
} from '@fleetcommander/demo-fleet';
import {
  bigger,
  connect,
  createDemo,
  list,
  name,
  order,
} from './__testUtils__/createDemo';
import type { GitChange } from './GitChange';

jest.setTimeout(120_000);

describe('GitHost.propose, when it cannot', () => {
  let demo: GitHost;
  let connected: ReturnType<typeof connect>;

  beforeEach(async () => {
    demo = await createDemo();
    connected = connect(demo.apiUrl);
  });
  afterEach(() => demo.stop());

  const propose = (change: GitChange, as = connected) =>
    as.host.propose(as.repository, change);
  const failure = (change: GitChange, as = connected) =>
    propose(change, as).then(
      () => undefined,
      error => error,
    );
  const head = (ref: string) => demo.headOf(name, ref);

  it.each<[string, string, Partial<GitChange>]>([
    ['base-missing', 'no branch nowhere', { base: 'nowhere' }],
    [
      'nothing-to-change',
      'main has all of this already',
      { files: [{ path: list, text: 'resources: []\n' }] },
    ],
    [
      'invalid-change',
      'README.md is a file and no folder',
      { files: [{ path: 'README.md/a.yaml', text: '' }] },
    ],
    [
      'invalid-change',
      'infrastructure/claims is a folder',
      { files: [{ path: 'infrastructure/claims', text: '' }] },
    ],
    ['invalid-change', 'there is none', { files: [{ path: 'gone.yaml' }] }],
    ['base-moved', 'no longer has the revision', { readAt: '1'.repeat(40) }],
  ])('refuses %s when it is about %s', async (problem, words, part) => {
    expect(await failure({ ...order, ...part })).toMatchObject({
      problem,
      message: expect.stringContaining(words),
    });
    expect(await head(order.branch)).toBeUndefined();
  });

  it('asks nobody for what no host should be given', async () => {
    const files = [{ path: '../one.yaml', text: '' }];
    expect(await failure({ ...order, files })).toMatchObject({
      problem: 'invalid-change',
    });
    expect(demo.requests).toEqual([]);
  });

  it('says who may not write, and which branch takes nothing', async () => {
    const reader = connect(demo.apiUrl, 'token-of-reader');
    expect(await failure(order, reader)).toMatchObject({
      problem: 'not-allowed',
      message: expect.stringContaining('Contents: write'),
    });
    const stale = connect(demo.apiUrl, 'token-of-bot', 'revoked');
    const refused = await failure(order, stale);
    expect(refused).toMatchObject({
      problem: 'not-signed-in',
      message: expect.stringContaining('the token of the user'),
    });
    expect(refused.message).not.toContain('revoked');
    expect(() => connect(demo.apiUrl, 'x', 'a\nb')).toThrow('sign in');
    await propose(order);
    demo.repository(name).protections.set(order.branch, { approvals: 1 });
    expect(await failure(bigger)).toMatchObject({
      problem: 'branch-protected',
    });
  });

  it('goes on after a short wait, and leaves nothing half done after a long one', async () => {
    connected = connect(demo.apiUrl, undefined, undefined, true);
    demo.fail({ after: 5, times: 1, ...secondarilyRateLimited(1) });
    expect(await propose(order)).toMatchObject({ outcome: 'opened' });

    const two = { ...order, branch: 'fleet/order/two' };
    demo.fail({ after: 5, times: 1, ...secondarilyRateLimited(3600) });
    const throttled = await failure(two);
    expect(throttled.problem).toBe('throttled');
    expect(throttled.retryAt.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    expect(await head(two.branch)).toBeUndefined();

    demo.fail({ after: 5, ...rateLimited() });
    expect(await failure(two)).toMatchObject({
      problem: 'throttled',
      message: expect.stringContaining('asking again goes on with it'),
    });
    demo.heal();
    const left = await head(two.branch);
    expect(await propose(two)).toMatchObject({
      outcome: 'opened',
      pullRequest: { head: left },
    });
  });

  it('finds what it made when the answer is lost, and says when nobody answers', async () => {
    demo.fail({ after: 4, times: 1, answer: 'hang-up', answerIsLost: true });
    expect(await propose(order)).toMatchObject({ outcome: 'opened' });
    const two = { ...order, branch: 'fleet/order/two' };
    demo.fail({ after: 5, times: 1, answer: 'hang-up', answerIsLost: true });
    expect(await propose(two)).toMatchObject({ outcome: 'opened' });
    demo.fail(outage());
    expect(await failure(order)).toMatchObject({ problem: 'broken-answer' });
    demo.fail({ answer: 'hang-up' });
    expect(await failure(order)).toMatchObject({ problem: 'unreachable' });
    demo.heal();
    const three = { ...order, branch: 'fleet/order/three' };
    const both = await Promise.all([propose(three), propose(three)]);
    expect(both[0].pullRequest.number).toBe(both[1].pullRequest.number);
  });
});
