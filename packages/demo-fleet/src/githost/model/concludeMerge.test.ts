import type { Octokit } from '@octokit/rest';
import { PullRequests } from '../__testUtils__/PullRequests';
import {
  address,
  name,
  octokit,
  propose,
  startHost,
} from '../__testUtils__/startHost';
import type { GitHost } from '../GitHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

describe('merging', () => {
  let host: GitHost;
  let bot: Octokit;
  let ada: Octokit;
  let pulls: PullRequests;

  beforeEach(async () => {
    host = await startHost({
      protections: { main: { approvals: 1, isRuleset: true } },
    });
    bot = octokit(host);
    ada = octokit(host, 'ada');
    pulls = new PullRequests(host);
  });
  afterEach(() => host.stop());

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
      const number = await pulls.open(branch);
      await pulls.approve(number);
      numbers.push(number);
    }
    const [three, four, port] = numbers;
    await pulls.merge(three);
    expect(await pulls.get(four)).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    await expect(pulls.merge(four)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('not mergeable'),
    });
    await expect(
      bot.rest.pulls.updateBranch({ ...address, pull_number: four }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(pulls.merge(three)).rejects.toMatchObject({ status: 405 });
    await expect(
      pulls.merge(port, { sha: '0'.repeat(40) }),
    ).rejects.toMatchObject({ status: 409 });

    // Its branch knows nothing of what was merged in the meantime.
    await pulls.merge(port);
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
    const number = await pulls.open('change');
    await pulls.approve(number);
    const { data: merged } = await pulls.merge(number, {
      merge_method: method,
    });
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
    expect((await pulls.get(number)).merge_commit_sha).toBe(merged.sha);
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
    const number = await pulls.open('change');
    await expect(pulls.merge(number)).rejects.toMatchObject({
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
    await expect(pulls.merge(number)).rejects.toMatchObject({
      message: expect.stringContaining('is failing'),
    });
    await say('success');
    const { data: run } = await bot.rest.checks.create({
      ...address,
      head_sha: sha,
      name: 'lint',
      status: 'in_progress',
    });
    expect((await pulls.get(number)).mergeable_state).toBe('unstable');
    await bot.rest.checks.update({
      ...address,
      check_run_id: run.id,
      conclusion: 'success',
    });
    expect((await pulls.get(number)).mergeable_state).toBe('clean');
    const { data: combined } = await bot.rest.repos.getCombinedStatusForRef({
      ...address,
      ref: 'change',
    });
    expect(combined).toMatchObject({ state: 'success', total_count: 1, sha });

    await host.commit(name, { message: 'B', files: { 'b.yaml': 'b: 1\n' } });
    expect((await pulls.get(number)).mergeable_state).toBe('behind');
    await bot.rest.pulls.updateBranch({ ...address, pull_number: number });
    await say('success', (await pulls.get(number)).head.sha);
    await pulls.merge(number);
    expect(await host.readFiles(name, 'main')).toMatchObject({
      'a.yaml': 'a: 1\n',
      'b.yaml': 'b: 1\n',
    });
  });
});
