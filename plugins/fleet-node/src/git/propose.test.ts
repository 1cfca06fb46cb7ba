import { setTimeout } from 'node:timers/promises';
import type { GitHost } from '@fleetcommander/demo-fleet';
import {
  address,
  bigger,
  claim,
  connect,
  createDemo,
  list,
  name,
  octokit,
  order,
} from './__testUtils__/createDemo';
import { startEmulate } from './__testUtils__/startEmulate';
import { describeChange } from './changeNote';
import type { GitChange } from './GitChange';

jest.setTimeout(120_000);

describe.each([
  ['the host of the demo', startDemo, undefined],
  // It has check runs, and no commit statuses.
  ['emulate', startEmulate, 'the credentials need Commit statuses: read'],
])('GitHost.propose with %s', (_, start, checksUnknown) => {
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
      const pullRequest = await host.pullRequest(repository, number);
      expect(pullRequest).toMatchObject({
        state: 'open',
        branch: order.branch,
      });
      expect(await host.standing(repository, pullRequest)).toMatchObject({
        approvals: [],
        checks: [],
        checksUnknown,
        conflicts: false,
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

  it('finds a change of which a part is so already', async () => {
    const part = {
      ...order,
      files: [...order.files, { path: 'README.md', text: '# Fleet\n' }],
    };
    await propose(part);
    await demo.commit(name, { message: 'Elsewhere', files: { a: 'b\n' } });
    expect(await propose(part)).toMatchObject({ outcome: 'unchanged' });
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

    const two = { ...order, branch: 'fleet/order/two' };
    await propose(two);
    demo.requests.length = 0;
    const paced = connect(demo.apiUrl, undefined, undefined, true);
    const late = failure({ ...bigger, branch: two.branch }, paced);
    // Its next write waits for a second.
    while (!asked().includes('POST /git/commits')) {
      await setTimeout(20);
    }
    const inBetween = await demo.commit(name, {
      message: 'In this moment',
      by: 'ada',
      branch: two.branch,
      files: { [claim]: 'by: ada\n' },
    });
    expect(await late).toMatchObject({
      problem: 'branch-taken',
      message: expect.stringContaining('in this moment'),
    });
    expect(await head(two.branch)).toBe(inBetween);
  });

  it("does not make another person's pull request its own", async () => {
    const by = (change: GitChange, requester: string) => ({
      ...change,
      body: describeChange('Please.', { action: 'scale', requester }),
    });
    const { pullRequest } = await propose(by(order, 'user:default/ada'));
    expect(await failure(by(bigger, 'user:default/bob'))).toMatchObject({
      problem: 'branch-taken',
      message: expect.stringMatching(/user:default\/ada .*pull\/1/),
    });
    // One that nobody asked for in person is another one as well.
    expect(await failure(bigger)).toMatchObject({ problem: 'branch-taken' });
    expect(await head(order.branch)).toBe(pullRequest.head);
    const unchanged = {
      outcome: 'unchanged',
      pullRequest: { number: pullRequest.number, body: pullRequest.body },
    };
    expect(await propose(by(order, 'user:default/bob'))).toMatchObject(
      unchanged,
    );
    expect(await propose(by(bigger, 'user:default/Ada'))).toMatchObject({
      outcome: 'updated',
      pullRequest: { number: pullRequest.number },
    });
  });

  it('opens a new one, and says so, when the first was closed by hand', async () => {
    const { pullRequest } = await propose(order);
    await octokit(demo, 'ada').rest.pulls.update({
      ...address,
      pull_number: pullRequest.number,
      state: 'closed',
    });
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

  it('begins anew where another person closed theirs and left the branch', async () => {
    const by = (change: GitChange, requester: string) => ({
      ...change,
      body: describeChange('Please.', { action: 'scale', requester }),
    });
    const { pullRequest } = await propose(by(order, 'user:default/eve'));
    await octokit(demo, 'ada').rest.pulls.update({
      ...address,
      pull_number: pullRequest.number,
      state: 'closed',
    });
    const hers = by(bigger, 'user:default/ada');
    const opened = await propose(hers);
    expect(opened).toMatchObject({
      outcome: 'opened',
      closedBefore: { number: pullRequest.number },
    });
    expect(await demo.readFiles(name, order.branch)).toMatchObject({
      [claim]: bigger.files[0].text,
    });
    const { host, repository } = connected;
    expect(
      await host.pullRequestCommits(repository, opened.pullRequest.number),
    ).toMatchObject([{ requester: 'user:default/ada' }]);
    expect(await propose(hers)).toMatchObject({ outcome: 'unchanged' });
  });
});
