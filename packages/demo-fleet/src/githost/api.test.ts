import type { Octokit } from '@octokit/rest';
import {
  address,
  name,
  octokit,
  propose,
  startHost,
} from './__testUtils__/startHost';
import { outage, rateLimited, secondarilyRateLimited } from './Fault';
import type { GitHost } from './GitHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

describe('the API of the Git host', () => {
  let host: GitHost;
  let bot: Octokit;
  let main: string;

  beforeEach(async () => {
    host = await startHost();
    bot = octokit(host);
    main = (await host.headOf(name, 'main'))!;
  });
  afterEach(() => host.stop());

  const failure = async (call: Promise<unknown>) => {
    const error = await call.then(
      () => undefined,
      thrown => thrown,
    );
    return { status: error?.status, data: error?.response?.data };
  };

  it('signs in, and shows nobody what they may not see', async () => {
    const { data: user } = await bot.rest.users.getAuthenticated();
    expect(user).toMatchObject({ login: 'fleet-bot', type: 'User' });
    const { data: repository } = await bot.rest.repos.get(address);
    expect(repository).toMatchObject({
      full_name: name,
      default_branch: 'main',
      clone_url: `${host.url}/platform/fleet.git`,
      permissions: { push: true, admin: false },
    });
    const wrong = new (octokit(host).constructor as typeof Octokit)({
      baseUrl: host.apiUrl,
      auth: 'wrong',
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    expect(await failure(wrong.rest.repos.get(address))).toMatchObject({
      status: 401,
      data: { message: 'Bad credentials', status: '401' },
    });
    for (const as of ['stranger', 'nobody'] as const) {
      expect(
        await failure(octokit(host, as).rest.repos.get(address)),
      ).toMatchObject({ status: 404, data: { message: 'Not Found' } });
    }
    expect(
      await failure(
        octokit(host, 'reader').rest.git.createBlob({
          ...address,
          content: '',
        }),
      ),
    ).toMatchObject({
      status: 403,
      data: { message: expect.stringContaining('not accessible') },
    });
    expect(await failure(bot.rest.repos.listWebhooks(address))).toMatchObject({
      status: 403,
    });
  });

  it('keeps blobs, trees and commits as they were given', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 0]);
    const { data: blob } = await bot.rest.git.createBlob({
      ...address,
      content: bytes.toString('base64'),
      encoding: 'base64',
    });
    const { data: read } = await bot.rest.git.getBlob({
      ...address,
      file_sha: blob.sha,
    });
    expect(Buffer.from(read.content, 'base64')).toEqual(bytes);
    const { data: base } = await bot.rest.git.getTree({
      ...address,
      tree_sha: 'main',
      recursive: '1',
    });
    expect(base.tree.map(({ path }) => path)).toEqual([
      'README.md',
      'apps',
      'apps/web',
      'apps/web/deployment.yaml',
      'apps/web/service.yaml',
    ]);
    const { data: tree } = await bot.rest.git.createTree({
      ...address,
      base_tree: base.sha,
      tree: [
        { path: 'bin/run', mode: '100755', type: 'blob', sha: blob.sha },
        { path: 'apps/web', mode: '040000', type: 'tree', sha: null },
        {
          path: 'copy',
          mode: '040000',
          type: 'tree',
          sha: base.tree.find(({ path }) => path === 'apps/web')!.sha,
        },
      ],
    });
    const { data: whole } = await bot.rest.git.getTree({
      ...address,
      tree_sha: tree.sha,
      recursive: 'true',
    });
    expect(whole.tree.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '100644 README.md',
      '040000 bin',
      '100755 bin/run',
      '040000 copy',
      '100644 copy/deployment.yaml',
      '100644 copy/service.yaml',
    ]);
    expect(
      await failure(
        bot.rest.git.createTree({
          ...address,
          base_tree: base.sha,
          tree: [{ path: 'none', mode: '100644', type: 'blob', sha: null }],
        }),
      ),
    ).toMatchObject({ status: 422 });
    const { data: commit } = await bot.rest.git.createCommit({
      ...address,
      message: 'Write\n\nAnd say why.',
      tree: tree.sha,
      parents: [main],
      author: {
        name: 'Ünï Cödé',
        email: 'unicode@example.org',
        date: '2026-11-01T10:00:00Z',
      },
    });
    const { data: again } = await bot.rest.git.getCommit({
      ...address,
      commit_sha: commit.sha,
    });
    expect(again).toMatchObject({
      message: 'Write\n\nAnd say why.',
      author: { name: 'Ünï Cödé', date: '2026-11-01T10:00:00Z' },
      parents: [{ sha: main }],
    });
  });

  it.each([
    ['../outside', 'malformed'],
    ['apps/../../x', 'malformed'],
    ['/absolute', 'malformed'],
    ['a//b', 'malformed'],
    ['.git/config', 'malformed'],
    ['.GIT/hooks/x', 'malformed'],
    ['nul\0byte', 'malformed'],
    ['long'.repeat(100), 'malformed'],
    ['', 'malformed'],
  ])('takes no file called %j', async (path, words) => {
    const { data: base } = await bot.rest.git.getTree({
      ...address,
      tree_sha: main,
    });
    expect(
      await failure(
        bot.rest.git.createTree({
          ...address,
          base_tree: base.sha,
          tree: [{ path, mode: '100644', type: 'blob', content: 'x' }],
        }),
      ),
    ).toMatchObject({
      status: 422,
      data: { message: expect.stringContaining(words) },
    });
  });

  it('moves branches as git allows', async () => {
    const { rest } = bot;
    const create = (ref: string, sha = main) =>
      rest.git.createRef({ ...address, ref, sha });
    await create('refs/heads/fleet/order/a');
    expect(await failure(create('refs/heads/fleet/order/a'))).toMatchObject({
      status: 422,
      data: { message: 'Reference already exists' },
    });
    expect(await failure(create('refs/heads/fleet/order'))).toMatchObject({
      status: 422,
    });
    expect(
      await failure(create('refs/heads/x', '0123456789'.repeat(4))),
    ).toMatchObject({
      status: 422,
      data: { message: 'Object does not exist' },
    });
    for (const bad of [
      'heads/x',
      'refs/heads/a..b',
      'refs/heads/a b',
      'refs/heads/-\0',
      `refs/heads/${'x'.repeat(300)}`,
    ]) {
      expect(await failure(create(bad))).toMatchObject({ status: 422 });
    }
    const ref = 'heads/fleet/order/a';
    const { data: found } = await rest.git.getRef({ ...address, ref });
    expect(found).toMatchObject({
      ref: 'refs/heads/fleet/order/a',
      object: { sha: main, type: 'commit' },
    });
    const next = await propose(bot, 'other', { 'a.yaml': 'a: 1\n' });
    await rest.git.updateRef({ ...address, ref, sha: next });
    expect(
      await failure(rest.git.updateRef({ ...address, ref, sha: main })),
    ).toMatchObject({
      status: 422,
      data: { message: 'Update is not a fast forward' },
    });
    await rest.git.updateRef({ ...address, ref, sha: main, force: true });
    await rest.git.deleteRef({ ...address, ref });
    expect(await failure(rest.git.getRef({ ...address, ref }))).toMatchObject({
      status: 404,
    });
    expect(
      await failure(rest.git.deleteRef({ ...address, ref })),
    ).toMatchObject({
      status: 422,
      data: { message: 'Reference does not exist' },
    });
  });

  it('reads and writes files one by one', async () => {
    const { rest } = bot;
    const path = 'apps/web/näme #1.yaml';
    const write = (text: string, sha?: string) =>
      rest.repos.createOrUpdateFileContents({
        ...address,
        path,
        message: `Write ${text}`,
        content: Buffer.from(text).toString('base64'),
        sha,
      });
    const { status, data: made } = await write('a: 1\n');
    expect(status).toBe(201);
    expect(await failure(write('a: 2\n'))).toMatchObject({ status: 422 });
    expect(await failure(write('a: 2\n', main))).toMatchObject({ status: 409 });
    expect((await write('a: 2\n', made.content!.sha)).status).toBe(200);
    const { data: file } = await rest.repos.getContent({ ...address, path });
    expect(file).toMatchObject({ type: 'file', name: 'näme #1.yaml', path });
    const { data: raw } = await rest.repos.getContent({
      ...address,
      path,
      mediaType: { format: 'raw' },
    });
    expect(raw).toBe('a: 2\n');
    const { data: folder } = await rest.repos.getContent({
      ...address,
      path: 'apps/web',
      ref: main,
    });
    expect(folder).toMatchObject([
      { path: 'apps/web/deployment.yaml', type: 'file' },
      { path: 'apps/web/service.yaml', type: 'file' },
    ]);
    for (const missing of ['apps/none', '../../etc/passwd', 'apps/%00']) {
      expect(
        await failure(rest.repos.getContent({ ...address, path: missing })),
      ).toMatchObject({ status: 404 });
    }
    const { data: history } = await rest.repos.listCommits({
      ...address,
      path,
    });
    expect(history.map(({ commit }) => commit.message)).toEqual([
      'Write a: 2',
      'Write a: 1',
    ]);
  });

  it('compares what two refs have', async () => {
    await propose(bot, 'ahead', { 'a.yaml': 'a: 1\n' });
    await host.commit(name, { files: { 'b.yaml': 'b: 1\n' }, message: 'B' });
    const { data } = await bot.rest.repos.compareCommitsWithBasehead({
      ...address,
      basehead: 'main...ahead',
    });
    expect(data).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      total_commits: 1,
      merge_base_commit: { sha: main },
      commits: [{ commit: { message: 'Change ahead' } }],
      files: [{ filename: 'a.yaml', status: 'added' }],
    });
    const { data: sha } = await bot.rest.repos.getCommit({
      ...address,
      ref: 'ahead',
      mediaType: { format: 'sha' },
    });
    expect(sha).toBe(data.commits[0].sha);
  });

  it('hands long lists out in pages', async () => {
    for (let index = 0; index < 5; index++) {
      await host.commit(name, {
        files: { 'count.txt': `${index}` },
        message: `Count ${index}`,
      });
    }
    const first = await bot.rest.repos.listCommits({ ...address, per_page: 2 });
    expect(first.headers.link).toMatch(
      /page=2>; rel="next", <[^>]+page=3>; rel="last"/,
    );
    const all = await bot.paginate(bot.rest.repos.listCommits, {
      ...address,
      per_page: 2,
    });
    expect(all.map(({ commit }) => commit.message)).toEqual([
      'Count 4',
      'Count 3',
      'Count 2',
      'Count 1',
      'Count 0',
      'Begin',
    ]);
  });

  it('answers what is known already at no cost', async () => {
    const { headers } = await bot.rest.repos.get(address);
    const again = await failure(
      bot.request('GET /repos/{owner}/{repo}', {
        ...address,
        headers: { 'if-none-match': headers.etag },
      }),
    );
    expect(again.status).toBe(304);
    const { data } = await bot.rest.rateLimit.get();
    expect(data.rate).toMatchObject({ limit: 5000, used: 1, remaining: 4999 });
    expect(headers['x-ratelimit-remaining']).toBe('4999');
  });

  it('lets nobody ask more than they may', async () => {
    await host.stop();
    host = await startHost({}, { rateLimit: 2 });
    const poor = octokit(host);
    await poor.rest.repos.get(address);
    await poor.rest.repos.get(address);
    expect(await failure(poor.rest.repos.get(address))).toMatchObject({
      status: 403,
      data: { message: expect.stringContaining('rate limit exceeded') },
    });
    await octokit(host, 'grace').rest.repos.get(address);
  });

  it('fails as it is told to', async () => {
    const ask = () => failure(bot.rest.repos.get(address));
    host.fail({ ...outage(502), after: 1, times: 1 });
    expect((await ask()).status).toBeUndefined();
    expect((await ask()).status).toBe(502);
    expect((await ask()).status).toBeUndefined();
    host.fail(rateLimited());
    expect((await ask()).status).toBe(403);
    host.fail(secondarilyRateLimited());
    expect((await ask()).data.message).toContain('secondary rate limit');
    host.fail({ answer: 'hang-up' });
    expect((await ask()).status).toBe(500);

    // The worst of them: it was done, and nobody learns of it.
    host.fail({ methods: ['POST'], answerIsLost: true });
    const made = bot.rest.git.createRef({
      ...address,
      ref: 'refs/heads/made',
      sha: main,
    });
    expect((await failure(made)).status).toBe(500);
    host.heal();
    expect(await host.headOf(name, 'made')).toBe(main);
    expect(host.requests.map(({ status }) => status)).toEqual([
      200, 502, 200, 403, 403, 0, 0,
    ]);
  });

  it('takes no body that it cannot read', async () => {
    const post = (body: string) =>
      fetch(`${host.apiUrl}/repos/${name}/pulls`, {
        method: 'POST',
        headers: { authorization: 'Bearer token-of-bot' },
        body,
      });
    for (const [body, status, words] of [
      ['{', 400, 'Problems parsing JSON'],
      ['[]', 400, 'Body should be a JSON object'],
      ['{}', 422, `"title" wasn't supplied`],
      ['{"title": 1}', 422, '1 is not a string'],
    ] as const) {
      const response = await post(body);
      expect(response.status).toBe(status);
      expect(await response.text()).toContain(
        JSON.stringify(words).slice(1, -1),
      );
    }
    const elsewhere = await fetch(`${host.apiUrl}/repos/${name}/nothing`, {
      headers: { authorization: 'Bearer token-of-bot' },
    });
    expect(elsewhere.status).toBe(404);
  });
});
