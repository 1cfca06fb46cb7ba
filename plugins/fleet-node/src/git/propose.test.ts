import { ConfigReader } from '@backstage/config';
import {
  GitHost,
  outage,
  rateLimited,
  secondarilyRateLimited,
} from '@fleetcommander/demo-fleet';
import { startEmulate } from './__testUtils__/startEmulate';
import type { GitChange } from './GitChange';
import { GitHosts } from './GitHosts';

jest.setTimeout(120_000);

const name = 'platform/fleet';
const claim = 'infrastructure/claims/staging/one.yaml';
const list = 'infrastructure/claims/staging/kustomization.yaml';
const order: GitChange = {
  branch: 'fleet/order/one',
  base: 'main',
  title: 'Order one',
  body: 'Why',
  files: [
    { path: claim, text: 'kind: KubernetesCluster\n' },
    { path: list, text: 'resources:\n  - one.yaml\n' },
  ],
};
const bigger: GitChange = {
  ...order,
  title: 'Order a bigger one',
  files: [{ path: claim, text: 'size: big\n' }, order.files[1]],
};

function connect(apiUrl: string, token = 'token-of-bot', user?: string) {
  const host = new URL(apiUrl).host;
  return GitHosts.fromConfig(
    new ConfigReader({
      integrations: { github: [{ host, apiBaseUrl: apiUrl, token }] },
    }),
  ).find(`http://${host}/${name}`, { token: user });
}

describe.each([
  ['the host of the demo', startDemo],
  ['emulate', startEmulate],
])('GitHost.propose with %s', (_, start) => {
  it('opens, finds and updates a pull request', async () => {
    const { apiUrl, stop } = await start();
    try {
      const { host, repository } = connect(apiUrl);
      expect(await host.defaultBranch(repository)).toBe('main');
      const opened = await host.propose(repository, order);
      expect(opened).toMatchObject({
        outcome: 'opened',
        pullRequest: { state: 'open', title: 'Order one', base: 'main' },
        problems: [],
      });
      const { number } = opened.pullRequest;
      expect(await host.propose(repository, order)).toMatchObject({
        outcome: 'unchanged',
        pullRequest: { number },
      });
      const updated = await host.propose(repository, bigger);
      expect(updated).toMatchObject({
        outcome: 'updated',
        pullRequest: { number, title: 'Order a bigger one' },
      });
      const { head } = updated.pullRequest;
      expect(head).not.toBe(opened.pullRequest.head);
      expect(await host.readFiles(repository, claim, head)).toMatchObject({
        files: [{ text: 'size: big\n' }],
      });
      expect(
        await host.listPullRequests(repository, {
          state: 'open',
          branchPrefix: 'fleet/',
        }),
      ).toMatchObject({ pullRequests: [{ number }], complete: true });
      expect(await host.pullRequest(repository, number)).toMatchObject({
        state: 'open',
        branch: order.branch,
      });
    } finally {
      await stop();
    }
  });
});

async function startDemo() {
  const host = await createDemo();
  return { apiUrl: host.apiUrl, stop: () => host.stop() };
}

async function createDemo(): Promise<GitHost> {
  const host = await GitHost.create({
    people: [
      { login: 'ada', token: 'token-of-ada', access: 'admin' },
      { login: 'fleet-bot', token: 'token-of-bot' },
      { login: 'reader', token: 'token-of-reader', access: 'read' },
    ],
    repositories: {
      [name]: {
        files: { 'README.md': '# Fleet\n', [list]: 'resources: []\n' },
        protections: { main: { approvals: 1 } },
      },
    },
  });
  await host.start();
  return host;
}

describe('GitHost.propose', () => {
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
  const asked = () =>
    demo.requests.map(
      ({ method, url }) =>
        `${method} ${url.replace('/api/v3/repos/platform/fleet', '')}`,
    );

  it('asks no more than it has to', async () => {
    const { pullRequest } = await propose(order);
    expect(asked()).toEqual([
      expect.stringMatching(
        /^GET \/pulls\?head=platform%3Afleet%2Forder%2Fone/,
      ),
      expect.stringMatching(/^GET \/commits\/heads%2Fmain/),
      'POST /git/trees',
      'POST /git/commits',
      'POST /git/refs',
      'POST /pulls',
    ]);
    demo.requests.length = 0;
    await propose(order);
    expect(asked()).toEqual([
      expect.stringMatching(/^GET \/pulls\?head=/),
      expect.stringMatching(/^GET \/compare\//),
    ]);
    demo.requests.length = 0;
    await propose(bigger);
    expect(asked().slice(2)).toEqual([
      'POST /git/trees',
      'POST /git/commits',
      'PATCH /git/refs/heads%2Ffleet%2Forder%2Fone',
      `PATCH /pulls/${pullRequest.number}`,
    ]);
  });

  it('proposes for the default branch, in the name of a user, with labels and reviewers', async () => {
    const ada = connect(demo.apiUrl, 'token-of-bot', 'token-of-ada');
    const proposal = await propose(
      {
        ...order,
        base: undefined,
        labels: ['fleet'],
        reviewers: ['fleet-bot', 'nobody-there'],
        files: [{ path: list }, order.files[0]],
      },
      ada,
    );
    expect(proposal).toMatchObject({
      outcome: 'opened',
      pullRequest: { author: 'ada', base: 'main' },
      problems: [expect.stringContaining('nobody-there')],
    });
    const { number } = proposal.pullRequest;
    expect(await ada.host.changedFiles(ada.repository, number)).toEqual({
      files: [
        { path: list, status: 'removed' },
        { path: claim, status: 'added' },
      ],
      complete: true,
    });
    expect(JSON.stringify(demo.requests)).not.toContain('token-of-bot');
  });

  it('puts a change on the base as it is now, and keeps what was pushed', async () => {
    const readAt = (await head('main'))!;
    const first = await propose({ ...order, readAt });
    await demo.commit(name, {
      message: 'Say more',
      files: { 'README.md': '# The fleet\n' },
    });
    // Another file moved: nothing stands in the way.
    expect(await propose({ ...order, readAt })).toMatchObject({
      outcome: 'unchanged',
    });
    await demo.commit(name, {
      message: 'Order zero',
      files: { [list]: 'resources: [zero.yaml]\n' },
    });
    expect(await failure({ ...order, readAt })).toMatchObject({
      problem: 'base-moved',
      message: expect.stringContaining(list),
    });
    const again = { ...order, readAt: await head('main') };
    const moved = await propose(again);
    expect(moved).toMatchObject({
      outcome: 'updated',
      pullRequest: { number: first.pullRequest.number },
    });
    expect(
      await connected.host.standing(connected.repository, moved.pullRequest),
    ).toMatchObject({ conflicts: false, blocked: true, approvals: [] });
    expect(await propose(again)).toMatchObject({ outcome: 'unchanged' });
    const { diverged, commits } = await connected.host.commits(
      connected.repository,
      {
        paths: [''],
        from: first.pullRequest.head,
        to: moved.pullRequest.head,
      },
    );
    expect({ diverged, count: commits.length }).toEqual({
      diverged: false,
      count: 3,
    });
  });

  it('never overwrites what others pushed', async () => {
    const { pullRequest } = await propose(order);
    await demo.commit(name, {
      message: 'By hand',
      by: 'ada',
      branch: order.branch,
      files: { [claim]: 'by: ada\n' },
    });
    const theirs = await head(order.branch);
    expect(theirs).not.toBe(pullRequest.head);
    expect(await failure(bigger)).toMatchObject({
      problem: 'branch-taken',
      message: expect.stringMatching(/by .*ada.*merge or close .*pull\/1/i),
    });
    expect(await head(order.branch)).toBe(theirs);
  });

  it('opens a new one, and says so, when the first was closed by hand', async () => {
    const { pullRequest } = await propose(order);
    await closeAsAda(demo, pullRequest.number);
    const again = await propose(order);
    expect(again).toMatchObject({
      outcome: 'opened',
      closedBefore: { number: pullRequest.number, state: 'closed' },
    });
    expect(again.pullRequest.number).not.toBe(pullRequest.number);
    expect(
      await connected.host.listPullRequests(connected.repository, {
        state: 'ended',
      }),
    ).toMatchObject({ pullRequests: [{ number: pullRequest.number }] });
  });

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

async function closeAsAda(demo: GitHost, number: number) {
  const response = await fetch(`${demo.apiUrl}/repos/${name}/pulls/${number}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer token-of-ada' },
    body: JSON.stringify({ state: 'closed' }),
  });
  expect(response.status).toBe(200);
}
