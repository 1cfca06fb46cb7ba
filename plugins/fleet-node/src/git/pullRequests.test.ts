import type { GitHost } from '@fleetcommander/demo-fleet';
import {
  address,
  connect,
  createDemo,
  list,
  octokit,
} from './__testUtils__/createDemo';
import type { GitChange } from './GitChange';

jest.setTimeout(120_000);

const change: GitChange = {
  branch: 'fleet/order/one',
  base: 'main',
  title: 'Order one',
  body: 'Why',
  files: [{ path: list, text: 'resources: [one.yaml]\n' }],
};

describe('GitHost', () => {
  let demo: GitHost;

  beforeEach(async () => {
    demo = await createDemo();
  });
  afterEach(() => demo.stop());

  it('follows a pull request from its opening to its merge', async () => {
    const { host, repository } = connect(demo.apiUrl);
    const [grace, ada] = [octokit(demo, 'grace'), octokit(demo, 'ada')];
    const { pullRequest } = await host.propose(repository, change);
    const { number, head } = pullRequest;
    const at = { ...address, pull_number: number };
    expect(await host.standing(repository, pullRequest)).toEqual({
      approvals: [],
      changesRequested: [],
      checks: [],
      conflicts: false,
      blocked: true,
    });

    await grace.rest.pulls.createReview({
      ...at,
      event: 'REQUEST_CHANGES',
      body: 'Smaller',
    });
    await ada.rest.pulls.createReview({ ...at, event: 'APPROVE' });
    const status = { ...address, sha: head, context: 'claims' } as const;
    await grace.rest.repos.createCommitStatus({ ...status, state: 'pending' });
    const { data: run } = await grace.rest.checks.create({
      ...address,
      name: 'policies',
      head_sha: head,
      status: 'in_progress',
    });
    expect(await host.standing(repository, pullRequest)).toMatchObject({
      approvals: ['ada'],
      changesRequested: ['grace'],
      checks: [
        { name: 'policies', state: 'pending' },
        { name: 'claims', state: 'pending' },
      ],
      blocked: true,
    });

    await grace.rest.pulls.createReview({ ...at, event: 'APPROVE' });
    await grace.rest.pulls.createReview({
      ...at,
      event: 'COMMENT',
      body: 'Thanks',
    });
    await grace.rest.repos.createCommitStatus({ ...status, state: 'error' });
    await grace.rest.checks.update({
      ...address,
      check_run_id: run.id,
      status: 'completed',
      conclusion: 'success',
    });
    expect(await host.standing(repository, pullRequest)).toMatchObject({
      // In the order in which they first said something.
      approvals: ['grace', 'ada'],
      changesRequested: [],
      checks: [
        { name: 'policies', state: 'passed' },
        { name: 'claims', state: 'failed' },
      ],
      blocked: false,
    });

    const { data: merge } = await ada.rest.pulls.merge(at);
    expect(await host.pullRequest(repository, number)).toMatchObject({
      state: 'merged',
      mergeRevision: merge.sha,
      mergedBy: 'ada',
      endedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await host.changedFiles(repository, number)).toEqual({
      files: [{ path: list, status: 'changed' }],
      complete: true,
    });
    await expect(host.propose(repository, change)).rejects.toMatchObject({
      problem: 'nothing-to-change',
    });
    // The branch is there still, and what it brought is of the base by now.
    expect(
      await host.propose(repository, {
        ...change,
        files: [{ path: list, text: 'resources: [one.yaml, two.yaml]\n' }],
      }),
    ).toMatchObject({ outcome: 'opened', pullRequest: { number: number + 1 } });
  });

  it('tells of conflicts, and lists at no cost what has not changed', async () => {
    const { host, repository } = connect(demo.apiUrl);
    const { pullRequest } = await host.propose(repository, change);
    const { pullRequest: other } = await host.propose(repository, {
      ...change,
      branch: 'by-hand',
    });
    await demo.commit('platform/fleet', {
      message: 'Order two',
      files: { [list]: 'resources: [two.yaml]\n' },
    });
    expect(await host.standing(repository, pullRequest)).toMatchObject({
      conflicts: true,
    });

    const numbers = async (
      query: Parameters<typeof host.listPullRequests>[1],
    ) =>
      (await host.listPullRequests(repository, query)).pullRequests.map(
        ({ number }) => number,
      );
    demo.requests.length = 0;
    const all = [other.number, pullRequest.number];
    expect((await numbers({ state: 'open' })).sort()).toEqual(all.sort());
    expect(await numbers({ state: 'open', branchPrefix: 'fleet/' })).toEqual([
      pullRequest.number,
    ]);
    expect(await numbers({ state: 'open', branchPrefix: '' })).toHaveLength(2);
    expect(demo.requests.map(({ status }) => status)).toEqual([200, 304, 304]);
    const pulls = demo.repositories.get('platform/fleet')!.pulls;
    expect(await host.pullRequest(repository, 1)).toMatchObject({
      isFromFork: false,
    });
    pulls.get(1)!.fork = 'mallory';
    pulls.get(1)!.draft = true;
    expect(await host.pullRequest(repository, 1)).toMatchObject({
      isFromFork: true,
    });
    expect(await numbers({ state: 'open', branchPrefix: 'fleet/' })).toEqual(
      [],
    );
    expect(await numbers({ updatedSince: '2100-01-01T00:00:00Z' })).toEqual([]);
    expect(await numbers({ updatedSince: pullRequest.updatedAt })).toHaveLength(
      2,
    );
    expect(await numbers({ state: 'ended' })).toEqual([]);
    await expect(host.pullRequest(repository, 99)).rejects.toMatchObject({
      problem: 'not-found',
    });
  });
});
