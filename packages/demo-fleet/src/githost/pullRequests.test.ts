import type { Octokit } from '@octokit/rest';
import type { GitHost, GitHostPush } from './GitHost';
import {
  address,
  name,
  octokit,
  propose,
  startHost,
} from './__testUtils__/startHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

describe('pull requests', () => {
  let host: GitHost;
  let bot: Octokit;
  let ada: Octokit;
  let grace: Octokit;

  beforeEach(async () => {
    host = await startHost({ protections: { main: { approvals: 1 } } });
    bot = octokit(host);
    ada = octokit(host, 'ada');
    grace = octokit(host, 'grace');
  });
  afterEach(() => host.stop());

  const open = async (branch: string, client = bot) => {
    const { data } = await client.rest.pulls.create({
      ...address,
      head: branch,
      base: 'main',
      title: `Change ${branch}`,
      body: 'Why',
    });
    return data.number;
  };
  const get = async (pull_number: number) =>
    (await bot.rest.pulls.get({ ...address, pull_number })).data;

  const approve = (client: Octokit, pull_number: number) =>
    client.rest.pulls.createReview({
      ...address,
      pull_number,
      event: 'APPROVE',
    });
  const merge = (
    client: Octokit,
    pull_number: number,
    options: {
      sha?: string;
      merge_method?: 'merge' | 'squash' | 'rebase';
    } = {},
  ) => client.rest.pulls.merge({ ...address, pull_number, ...options });

  it('goes from a branch over a review to main, and says so in process', async () => {
    const pushes: GitHostPush[] = [];
    host.onPush(push => pushes.push(push));
    const head = await propose(bot, 'fleet/scale/web', {
      'apps/web/deployment.yaml': 'replicas: 2\nimage: web:1\n',
      'apps/web/hpa.yaml': 'most: 5\n',
      'apps/web/service.yaml': undefined,
    });
    const number = await open('fleet/scale/web');
    expect(number).toBe(1);
    expect(await get(number)).toMatchObject({
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

    await expect(merge(bot, number)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('At least 1 approving review'),
    });
    await expect(approve(bot, number)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('own pull request'),
    });
    await expect(
      approve(octokit(host, 'reader'), number),
    ).rejects.toMatchObject({
      status: 403,
    });
    await approve(grace, number);
    expect((await get(number)).mergeable_state).toBe('clean');

    const { data: merged } = await merge(ada, number, { sha: head });
    expect(await get(number)).toMatchObject({
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

  it('says what conflicts, and merges what was changed on both sides', async () => {
    await propose(bot, 'three', {
      'apps/web/deployment.yaml': 'replicas: 3\nimage: web:1\n',
    });
    await propose(bot, 'four', {
      'apps/web/deployment.yaml': 'replicas: 4\nimage: web:1\n',
    });
    await propose(bot, 'port', { 'apps/web/service.yaml': 'port: 8080\n' });
    const numbers = [];
    for (const branch of ['three', 'four', 'port']) {
      const number = await open(branch);
      await approve(grace, number);
      numbers.push(number);
    }
    const [three, four, port] = numbers;
    await merge(ada, three);
    expect(await get(four)).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    await expect(merge(ada, four)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('not mergeable'),
    });
    await expect(
      bot.rest.pulls.updateBranch({ ...address, pull_number: four }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(merge(ada, three)).rejects.toMatchObject({ status: 405 });
    await expect(
      merge(ada, port, { sha: '0'.repeat(40) }),
    ).rejects.toMatchObject({ status: 409 });

    // Its branch knows nothing of what was merged in the meantime.
    await merge(ada, port);
    expect(await host.readFiles(name, 'main', 'apps')).toEqual({
      'apps/web/deployment.yaml': 'replicas: 3\nimage: web:1\n',
      'apps/web/service.yaml': 'port: 8080\n',
    });
  });

  it.each([
    ['merge', 2, 'Merge pull request #1 from platform/change\n\nChange change'],
    ['squash', 1, 'Change change (#1)\n\n* One\n\n* Two'],
    ['rebase', 1, 'Two'],
  ] as const)('merges by %s', async (method, parents, message) => {
    const one = await propose(
      bot,
      'change',
      { 'a.yaml': 'a: 1\n' },
      { message: 'One' },
    );
    await host.commit(name, {
      branch: 'change',
      by: 'fleet-bot',
      message: 'Two',
      files: { 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 1\n' },
    });
    await host.commit(name, { message: 'C', files: { 'c.yaml': 'c: 1\n' } });
    const number = await open('change');
    await approve(grace, number);
    const { data: merged } = await merge(ada, number, { merge_method: method });
    const { data: commit } = await bot.rest.git.getCommit({
      ...address,
      commit_sha: merged.sha,
    });
    expect(commit.parents).toHaveLength(parents);
    expect(commit.message).toBe(message);
    expect(await host.readFiles(name, 'main')).toMatchObject({
      'a.yaml': 'a: 2\n',
      'b.yaml': 'b: 1\n',
      'c.yaml': 'c: 1\n',
    });
    const { data: log } = await bot.rest.repos.listCommits(address);
    expect(log.some(({ sha }) => sha === one)).toBe(method === 'merge');
    expect((await get(number)).merge_commit_sha).toBe(merged.sha);
  });

  it('opens one pull request for a branch, and refuses what is none', async () => {
    await propose(bot, 'change', { 'a.yaml': 'a: 1\n' });
    await bot.rest.git.createRef({
      ...address,
      ref: 'refs/heads/same',
      sha: (await host.headOf(name, 'main'))!,
    });
    const number = await open('change');
    for (const [branch, errors] of [
      [
        'change',
        [{ message: 'A pull request already exists for platform:change.' }],
      ],
      ['same', [{ message: 'No commits between main and same' }]],
      ['none', [{ field: 'head', code: 'invalid' }]],
    ] as const) {
      await expect(open(branch)).rejects.toMatchObject({
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
    const second = await open('change');
    expect(second).toBe(number + 1);
    expect(await list({})).toEqual([second, number]);
  });

  it('holds a protected branch against every way to it', async () => {
    const sha = await propose(bot, 'change', { 'a.yaml': 'a: 1\n' });
    await expect(
      ada.rest.git.updateRef({
        ...address,
        ref: 'heads/main',
        sha,
        force: true,
      }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      ada.rest.git.deleteRef({ ...address, ref: 'heads/main' }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      ada.rest.repos.createOrUpdateFileContents({
        ...address,
        path: 'a.yaml',
        message: 'A',
        content: '',
      }),
    ).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('approving review'),
    });
    const { data: rules } = await bot.rest.repos.getBranchRules({
      ...address,
      branch: 'main',
    });
    expect(rules.map(({ type }) => type)).toEqual([
      'deletion',
      'non_fast_forward',
      'pull_request',
    ]);
    const { data: branch } = await bot.rest.repos.getBranch({
      ...address,
      branch: 'main',
    });
    expect(branch.protected).toBe(true);
    await expect(
      bot.rest.repos.getBranchProtection({ ...address, branch: 'main' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('asks for the checks that protection names, and for an up to date branch', async () => {
    await ada.rest.repos.updateBranchProtection({
      ...address,
      branch: 'main',
      required_status_checks: { strict: true, contexts: ['fleet/gates'] },
      required_pull_request_reviews: { required_approving_review_count: 0 },
      enforce_admins: true,
      restrictions: null,
    });
    const sha = await propose(bot, 'change', { 'a.yaml': 'a: 1\n' });
    const number = await open('change');
    await expect(merge(ada, number)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('"fleet/gates" is expected'),
    });
    const say = (state: 'failure' | 'success', to = sha) =>
      bot.rest.repos.createCommitStatus({
        ...address,
        sha: to,
        state,
        context: 'fleet/gates',
      });
    await say('failure');
    await expect(merge(ada, number)).rejects.toMatchObject({
      message: expect.stringContaining('is failing'),
    });
    await say('success');
    const { data: run } = await bot.rest.checks.create({
      ...address,
      head_sha: sha,
      name: 'lint',
      status: 'in_progress',
    });
    expect((await get(number)).mergeable_state).toBe('unstable');
    await bot.rest.checks.update({
      ...address,
      check_run_id: run.id,
      conclusion: 'success',
    });
    expect((await get(number)).mergeable_state).toBe('clean');
    const { data: combined } = await bot.rest.repos.getCombinedStatusForRef({
      ...address,
      ref: 'change',
    });
    expect(combined).toMatchObject({ state: 'success', total_count: 1, sha });

    await host.commit(name, { message: 'B', files: { 'b.yaml': 'b: 1\n' } });
    expect((await get(number)).mergeable_state).toBe('behind');
    await bot.rest.pulls.updateBranch({ ...address, pull_number: number });
    await say('success', (await get(number)).head.sha);
    await merge(ada, number);
    expect(await host.readFiles(name, 'main')).toMatchObject({
      'a.yaml': 'a: 1\n',
      'b.yaml': 'b: 1\n',
    });
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
    const number = await open('change');
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
    expect(await get(number)).toMatchObject({
      labels: [{ name: 'scale' }, { name: 'fleet' }],
      requested_reviewers: [{ login: 'grace' }],
      requested_teams: [{ slug: 'platform' }],
      comments: 1,
    });
    await approve(grace, number);
    expect(await get(number)).toMatchObject({
      requested_reviewers: [],
      mergeable_state: 'clean',
    });
    await host.commit(name, {
      branch: 'change',
      message: 'More',
      files: { 'a.yaml': 'a: 2\n' },
    });
    expect((await get(number)).mergeable_state).toBe('blocked');
    const { data: reviews } = await bot.rest.pulls.listReviews(asked);
    expect(reviews).toMatchObject([
      { state: 'DISMISSED', user: { login: 'grace' } },
    ]);
  });
});
