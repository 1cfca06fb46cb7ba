import { GitHost } from '@fleetcommander/demo-fleet';
import {
  address,
  connect,
  list,
  name,
  octokit,
} from './__testUtils__/createDemo';
import { describeChange } from './changeNote';

jest.setTimeout(120_000);

const owners = `/infrastructure/ @platform/sre\n*.md @ada\n`;
const requester = 'user:default/ada';
const change = {
  branch: 'fleet/promote/web+production',
  base: 'main',
  title: 'Promote web',
  body: describeChange('Why', { action: 'promote', requester }),
  draft: true,
  files: [{ path: list, text: 'resources: [one.yaml]\n' }],
};

describe('GitReviews', () => {
  let demo: GitHost;
  let protection: { approvals: number; isRuleset?: boolean };

  const start = async (repository: object) => {
    demo = await GitHost.create({
      people: [
        { login: 'ada', token: 'token-of-ada', access: 'admin' },
        { login: 'grace', token: 'token-of-grace' },
        { login: 'fleet-bot', token: 'token-of-bot', isSigned: true },
        { login: 'reader', token: 'token-of-reader', access: 'read' },
      ],
      teams: { 'platform/sre': ['grace'], 'platform/travel': ['ada', 'grace'] },
      repositories: {
        [name]: {
          files: {
            'README.md': '# Fleet\n',
            [list]: 'resources: []\n',
            '.github/CODEOWNERS': owners,
          },
          protections: { main: protection },
          ...repository,
        },
      },
    });
    await demo.start();
  };

  beforeEach(() => {
    protection = { approvals: 1 };
  });
  afterEach(() => demo.stop());

  it('tells who said what of a pull request, and whose its files are', async () => {
    await start({
      protections: {
        main: {
          approvals: 1,
          owners: true,
          signatures: true,
          dismissStale: true,
          checks: ['fleet/gates'],
          isRuleset: true,
        },
      },
    });
    const { host, repository } = connect(demo.apiUrl);
    const [ada, grace] = [octokit(demo, 'ada'), octokit(demo, 'grace')];
    const { pullRequest } = await host.propose(repository, change);
    const { number, head } = pullRequest;
    const at = { ...address, pull_number: number };

    expect(await host.rulesOf(repository, 'main')).toEqual({
      requiredChecks: [{ name: 'fleet/gates', from: 'anybody' }],
      requiredApprovals: 1,
      requiresOwners: true,
      requiresSignatures: true,
    });
    expect(
      await host.ownersOf(repository, {
        revision: 'main',
        paths: [list, 'README.md', 'LICENSE'],
      }),
    ).toEqual({
      path: '.github/CODEOWNERS',
      rules: [
        { pattern: '/infrastructure/', owners: ['team:sre'], paths: [list] },
        { pattern: '*.md', owners: ['ada'], paths: ['README.md'] },
      ],
    });
    expect(await host.teamMembers(repository, 'travel')).toEqual([
      'ada',
      'grace',
    ]);
    expect(await host.teamMembers(repository, 'unknown')).toBeUndefined();
    expect(await host.pullRequestCommits(repository, number)).toEqual([
      {
        revision: head,
        author: 'fleet-bot',
        committer: 'fleet-bot',
        verified: true,
        reason: 'valid',
        requester,
        url: expect.stringContaining(`/commit/${head}`),
      },
    ]);

    await host.updatePullRequest(repository, number, { ready: true });
    await ada.rest.pulls.createReview({ ...at, event: 'APPROVE' });
    await host.setStatus(repository, {
      revision: head,
      context: 'fleet/gates',
      state: 'passed',
      description: 'All gates are open',
    });
    await expect(ada.rest.pulls.merge(at)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('code owner'),
    });
    await grace.rest.pulls.createReview({
      ...at,
      event: 'COMMENT',
      body: 'Hm',
    });
    await grace.rest.pulls.createReview({ ...at, event: 'APPROVE' });
    const { reviews } = demo.repository(name).pulls.get(number)!;
    reviews.push({ ...reviews[0], id: demo.nextId(), author: 'reader' });
    expect(await host.reviews(repository, number)).toMatchObject([
      { login: 'ada', state: 'approved', revision: head },
      { login: 'grace', state: 'commented' },
      {
        login: 'grace',
        state: 'approved',
        at: expect.stringMatching(/Z$/),
        url: expect.stringContaining('#pullrequestreview-'),
      },
      // Anybody who reads it may say so; that counts for nothing.
      { login: 'reader', state: 'commented' },
    ]);

    await demo.commit(name, {
      branch: change.branch,
      message: 'By hand\n\nFleet-Requester: user:default/x\nFleet-Tree: 0',
      by: 'grace',
      files: { [list]: 'resources: [two.yaml]\n' },
    });
    expect(await host.reviews(repository, number)).toMatchObject([
      { state: 'dismissed' },
      { state: 'commented' },
      { state: 'dismissed' },
      { login: 'reader', state: 'dismissed' },
    ]);
    expect(await host.pullRequestCommits(repository, number)).toMatchObject([
      { verified: true, requester },
      {
        author: 'grace',
        verified: false,
        reason: 'unsigned',
        requester: undefined,
      },
    ]);
    await ada.rest.pulls.createReview({ ...at, event: 'APPROVE' });
    await grace.rest.pulls.createReview({ ...at, event: 'APPROVE' });
    await expect(ada.rest.pulls.merge(at)).rejects.toMatchObject({
      message: expect.stringContaining('verified signatures'),
    });
  });

  it('says what of the rules it is not told, and guesses nothing', async () => {
    protection = { approvals: 2 };
    await start({});
    const { host, repository } = connect(demo.apiUrl);
    expect(await host.rulesOf(repository, 'main')).toEqual({
      requiredChecks: [],
      unknown: expect.stringContaining('Administration: read'),
    });
    const asAdmin = connect(demo.apiUrl, 'token-of-ada');
    expect(await asAdmin.host.rulesOf(repository, 'main')).toEqual({
      requiredChecks: [],
      requiredApprovals: 2,
      requiresOwners: false,
      requiresSignatures: false,
    });
    await octokit(demo, 'ada').rest.repos.deleteBranchProtection({
      ...address,
      branch: 'main',
    });
    expect(await host.rulesOf(repository, 'main')).toMatchObject({
      requiredApprovals: 0,
    });
    await expect(host.rulesOf(repository, 'none')).rejects.toMatchObject({
      problem: 'base-missing',
    });
    demo.fail({
      answer: {
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      },
    });
    await expect(host.reviews(repository, 1)).rejects.toMatchObject({
      problem: 'not-allowed',
    });
    expect(await host.teamMembers(repository, 'sre')).toBeUndefined();
  });

  it('tells the last commit of each path, at a request each', async () => {
    await start({});
    const { host, repository } = connect(demo.apiUrl);
    const begin = await demo.headOf(name, 'main');
    const revision = await demo.commit(name, {
      message: 'Add one\n\nAs asked',
      by: 'grace',
      files: { [list]: 'resources: [one.yaml]\n' },
    });
    demo.requests.length = 0;
    expect(
      await host.lastCommits(repository, {
        revision,
        paths: ['infrastructure/', 'README.md', 'none'],
      }),
    ).toMatchObject({
      'infrastructure/': {
        revision,
        title: 'Add one',
        author: 'grace',
        url: expect.stringContaining(revision),
      },
      'README.md': { revision: begin, author: 'ada' },
    });
    expect(demo.requests).toHaveLength(3);
    await expect(
      host.lastCommits(repository, {
        revision: '0'.repeat(40),
        paths: ['README.md'],
      }),
    ).rejects.toMatchObject({ problem: 'revision-gone' });
    expect(
      (await host.ownersOf(repository, { revision: 'main', paths: [] })).rules,
    ).toEqual([]);
  });

  it('writes a status and a body where they are others', async () => {
    await start({});
    const { host, repository } = connect(demo.apiUrl);
    const { pullRequest } = await host.propose(repository, change);
    const { number, head } = pullRequest;
    const writes = () =>
      demo.requests.filter(
        ({ method, status }) => method !== 'GET' && status < 300,
      ).length;
    const status = {
      revision: head,
      context: 'fleet/gates',
      state: 'pending',
      description: `Waits for\n${'grace, '.repeat(30)}`,
      url: 'http://localhost/fleet/promotions/1',
    } as const;
    const before = writes();
    await host.setStatus(repository, status);
    await host.setStatus(repository, status);
    expect(writes()).toBe(before + 1);
    const { data } = await octokit(
      demo,
      'ada',
    ).rest.repos.getCombinedStatusForRef({ ...address, ref: head });
    expect(data.statuses).toMatchObject([
      {
        context: 'fleet/gates',
        state: 'pending',
        description: expect.stringMatching(/^Waits for grace, .{0,130}…$/),
      },
    ]);
    expect(data.statuses[0].description).toHaveLength(140);
    await host.setStatus(repository, { ...status, state: 'failed' });
    expect(await host.standing(repository, pullRequest)).toMatchObject({
      checks: [{ name: 'fleet/gates', state: 'failed' }],
    });

    await host.updatePullRequest(repository, number, { body: 'Because' });
    const edited = writes();
    await host.updatePullRequest(repository, number, { body: 'Because' });
    expect(writes()).toBe(edited);
    expect(await host.pullRequest(repository, number)).toMatchObject({
      body: 'Because',
      draft: true,
    });
    await host.updatePullRequest(repository, number, { ready: true });
    await host.updatePullRequest(repository, number, { ready: true });
    expect(writes()).toBe(edited + 1);
    expect(await host.pullRequest(repository, number)).toMatchObject({
      draft: false,
    });

    const reader = connect(demo.apiUrl, 'token-of-reader').host;
    await expect(
      reader.setStatus(repository, { ...status, description: 'Mine' }),
    ).rejects.toMatchObject({
      problem: 'not-allowed',
      message: expect.stringContaining('Commit statuses: write'),
    });
    demo.repositories.get(name)!.pulls.get(number)!.draft = true;
    await expect(
      reader.updatePullRequest(repository, number, { ready: true }),
    ).rejects.toMatchObject({
      problem: 'not-allowed',
      message: expect.stringContaining('Pull requests: write'),
    });
  });
});
