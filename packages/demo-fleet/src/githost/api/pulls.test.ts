import type { Octokit } from '@octokit/rest';
import { PullRequests } from '../__testUtils__/PullRequests';
import {
  address,
  name,
  octokit,
  propose,
  startHost,
} from '../__testUtils__/startHost';
import type { GitHost, GitHostPush } from '../GitHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

describe('the API for pull requests', () => {
  let host: GitHost;
  let bot: Octokit;
  let ada: Octokit;
  let pulls: PullRequests;

  beforeEach(async () => {
    host = await startHost({ protections: { main: { approvals: 1 } } });
    bot = octokit(host);
    ada = octokit(host, 'ada');
    pulls = new PullRequests(host);
  });
  afterEach(() => host.stop());

  it('goes from a branch over a review to main, and says so in process', async () => {
    const pushes: GitHostPush[] = [];
    host.onPush(push => pushes.push(push));
    const head = await propose(bot, 'fleet/scale/web', {
      'apps/web/deployment.yaml': 'replicas: 2\nimage: web:1\n',
      'apps/web/hpa.yaml': 'most: 5\n',
      'apps/web/service.yaml': undefined,
    });
    const number = await pulls.open('fleet/scale/web');
    expect(number).toBe(1);
    expect(await pulls.get(number)).toMatchObject({
      html_url: `${host.url}/platform/fleet/pull/1`,
      state: 'open',
      merged: false,
      mergeable: true,
      mergeable_state: 'blocked',
      user: { login: 'fleet-bot' },
      head: { ref: 'fleet/scale/web', sha: head },
      commits: 1,
      additions: 2,
      deletions: 2,
      changed_files: 3,
    });
    const { data: files } = await bot.rest.pulls.listFiles({
      ...address,
      pull_number: number,
    });
    expect(files).toMatchObject([
      {
        filename: 'apps/web/deployment.yaml',
        status: 'modified',
        patch: '@@ -1,2 +1,2 @@\n-replicas: 1\n+replicas: 2\n image: web:1',
      },
      { filename: 'apps/web/hpa.yaml', status: 'added', additions: 1 },
      { filename: 'apps/web/service.yaml', status: 'removed', deletions: 1 },
    ]);

    await expect(pulls.merge(number, { as: 'bot' })).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('At least 1 approving review'),
    });
    await expect(pulls.approve(number, 'bot')).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('own pull request'),
    });
    await expect(pulls.approve(number, 'reader')).rejects.toMatchObject({
      status: 403,
    });
    await pulls.approve(number);
    expect((await pulls.get(number)).mergeable_state).toBe('clean');

    const { data: merged } = await pulls.merge(number, { sha: head });
    expect(await pulls.get(number)).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'ada' },
      merge_commit_sha: merged.sha,
      mergeable: null,
      changed_files: 3,
    });
    expect(await host.headOf(name, 'main')).toBe(merged.sha);
    expect(await host.readFiles(name, 'main')).toEqual({
      'README.md': '# Fleet\n',
      'apps/web/deployment.yaml': 'replicas: 2\nimage: web:1\n',
      'apps/web/hpa.yaml': 'most: 5\n',
    });
    expect(pushes).toMatchObject([
      { ref: 'refs/heads/fleet/scale/web', after: head, by: 'fleet-bot' },
      {
        repository: name,
        ref: 'refs/heads/main',
        after: merged.sha,
        by: 'ada',
      },
    ]);
  });

  it('opens one pull request for a branch, and refuses what is none', async () => {
    await propose(bot, 'change', { 'a.yaml': 'a: 1\n' });
    await bot.rest.git.createRef({
      ...address,
      ref: 'refs/heads/same',
      sha: (await host.headOf(name, 'main'))!,
    });
    const number = await pulls.open('change');
    for (const [branch, errors] of [
      [
        'change',
        [{ message: 'A pull request already exists for platform:change.' }],
      ],
      ['same', [{ message: 'No commits between main and same' }]],
      ['none', [{ field: 'head', code: 'invalid' }]],
    ] as const) {
      await expect(pulls.open(branch)).rejects.toMatchObject({
        status: 422,
        response: { data: { message: 'Validation Failed', errors } },
      });
    }
    const long = { ...address, pull_number: number, title: 'x'.repeat(257) };
    await expect(bot.rest.pulls.update(long)).rejects.toMatchObject({
      status: 422,
    });
    const list = async (query: object) =>
      (
        await bot.rest.pulls.list({ ...address, state: 'all', ...query })
      ).data.map(pull => pull.number);
    expect(await list({ head: 'platform:change' })).toEqual([number]);
    expect(await list({ head: 'platform:other' })).toEqual([]);
    await bot.rest.pulls.update({
      ...address,
      pull_number: number,
      state: 'closed',
    });
    expect(await list({ state: 'open' })).toEqual([]);
    const second = await pulls.open('change');
    expect(second).toBe(number + 1);
    expect(await list({})).toEqual([second, number]);
  });

  it('takes labels, reviewers and comments, and reviews back', async () => {
    await ada.rest.repos.updateBranchProtection({
      ...address,
      branch: 'main',
      required_status_checks: null,
      required_pull_request_reviews: {
        required_approving_review_count: 1,
        dismiss_stale_reviews: true,
      },
      enforce_admins: true,
      restrictions: null,
    });
    await propose(bot, 'change', { 'a.yaml': 'a: 1\n' });
    const number = await pulls.open('change');
    const asked = { ...address, pull_number: number };
    await bot.rest.issues.addLabels({
      ...address,
      issue_number: number,
      labels: ['scale', 'fleet'],
    });
    for (const reviewers of [['fleet-bot'], ['nobody']]) {
      await expect(
        bot.rest.pulls.requestReviewers({ ...asked, reviewers }),
      ).rejects.toMatchObject({ status: 422 });
    }
    await bot.rest.pulls.requestReviewers({
      ...asked,
      reviewers: ['grace'],
      team_reviewers: ['platform'],
    });
    await bot.rest.issues.createComment({
      ...address,
      issue_number: number,
      body: 'Look',
    });
    expect(await pulls.get(number)).toMatchObject({
      labels: [{ name: 'scale' }, { name: 'fleet' }],
      requested_reviewers: [{ login: 'grace' }],
      requested_teams: [{ slug: 'platform' }],
      comments: 1,
    });
    await pulls.approve(number);
    expect(await pulls.get(number)).toMatchObject({
      requested_reviewers: [],
      mergeable_state: 'clean',
    });
    await host.commit(name, {
      branch: 'change',
      message: 'More',
      files: { 'a.yaml': 'a: 2\n' },
    });
    expect((await pulls.get(number)).mergeable_state).toBe('blocked');
    const { data: reviews } = await bot.rest.pulls.listReviews(asked);
    expect(reviews).toMatchObject([
      { state: 'DISMISSED', user: { login: 'grace' } },
    ]);
  });
});
