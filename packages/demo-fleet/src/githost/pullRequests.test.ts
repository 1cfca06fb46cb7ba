import type { Octokit } from '@octokit/rest';
import type { GitHost, GitHostPush } from './GitHost';
import {
  address,
  name,
  octokit,
  propose,
  startHost,
} from './__testUtils__/startHost';

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

    await expect(
      bot.rest.pulls.merge({ ...address, pull_number: number }),
    ).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('At least 1 approving review'),
    });
    const approve = (client: Octokit) =>
      client.rest.pulls.createReview({
        ...address,
        pull_number: number,
        event: 'APPROVE',
      });
    await expect(approve(bot)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('own pull request'),
    });
    await expect(approve(octokit(host, 'reader'))).rejects.toMatchObject({
      status: 403,
    });
    await approve(grace);
    expect((await get(number)).mergeable_state).toBe('clean');

    const { data: merged } = await ada.rest.pulls.merge({
      ...address,
      pull_number: number,
      sha: head,
    });
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
});
