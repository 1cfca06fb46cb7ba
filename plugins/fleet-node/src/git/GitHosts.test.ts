import { ConfigReader } from '@backstage/config';
import { GitHost, LocalRepository } from '@fleetcommander/demo-fleet';
import { GitHosts } from './GitHosts';

const url = 'git@git.example.org:acme/fleet.git';
const token = 'a-token-that-nobody-sees';

describe('GitHosts', () => {
  let repository: LocalRepository;
  let server: GitHost;
  let first: string;
  let fix: string;
  let head: string;

  beforeAll(async () => {
    repository = await LocalRepository.create();
    first = await repository.commit(
      {
        'apps/web/deployment.yaml': 'replicas: 1\n',
        'apps/web/nested/service.yaml': 'port: 80\n',
        'apps/web/logo.svg': '<svg/>',
        'apps/payments/deployment.yaml': 'replicas: 1\n',
      },
      { message: 'Begin', at: '2026-11-01T10:00:00Z' },
    );
    fix = await repository.commit(
      { 'apps/web/deployment.yaml': 'replicas: 2\n' },
      { message: 'Scale web\n\nIt was slow.', at: '2026-11-02T10:00:00Z' },
    );
    await repository.commit(
      { 'apps/payments/deployment.yaml': 'replicas: 2\n' },
      { message: 'Scale payments', at: '2026-11-03T10:00:00Z' },
    );
    head = await repository.commit(
      { 'apps/web/deployment.yaml': 'replicas: 3\n' },
      { message: 'Scale web again', at: '2026-11-04T10:00:00Z' },
    );
    await repository.git(['branch', 'release/1.0', fix]);
  });
  afterAll(() => repository.delete());

  beforeEach(async () => {
    server = await GitHost.create({
      people: [{ login: 'fleet-bot', token }],
      repositories: { 'acme/fleet': { folder: repository.folder } },
    });
    await server.start();
  });
  afterEach(() => server.stop());

  const find = (options: { token?: string; url?: string } = {}) =>
    GitHosts.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            {
              host: 'git.example.org',
              apiBaseUrl: server.apiUrl,
              token: 'token' in options ? options.token : token,
            },
          ],
        },
      }),
    ).find(options.url ?? url);
  const commits = (path: string, from: string, to: string) => {
    const { host, repository: asked } = find();
    return host.commits(asked, { paths: [path], from, to });
  };

  it('says what a branch stands for, and asks for it anew at no cost', async () => {
    const { host, repository: asked } = find();
    expect(await host.headOf(asked, 'main')).toBe(head);
    expect(await host.headOf(asked, 'release/1.0')).toBe(fix);
    expect(await host.headOf(asked, 'main')).toBe(head);
    expect(server.requests.map(({ status }) => status)).toEqual([
      200, 200, 304,
    ]);
    expect(
      new Set(server.requests.map(request => request.authorization)),
    ).toEqual(new Set([`Bearer ${token}`]));
  });

  it('counts the commits that touch a path', async () => {
    const web = await commits('./apps/web', first, head);
    expect(web).toMatchObject({ more: false, diverged: false });
    expect(web.url).toContain(`${first}...${head}`);
    expect(web.commits).toMatchObject([
      { revision: head, title: 'Scale web again' },
      { revision: fix, title: 'Scale web', at: '2026-11-02T10:00:00Z' },
    ]);
    expect((await commits('', first, head)).commits).toHaveLength(3);
    expect((await commits('apps/web', head, head)).commits).toEqual([]);
    // The naive comparison of revisions would call it behind.
    expect((await commits('docs', first, head)).commits).toEqual([]);
  });

  it('counts what a merge brought, and tells when history was rewritten', async () => {
    await repository.git(['switch', '--quiet', '-c', 'feature', first]);
    const side = await repository.commit(
      { 'apps/web/side.yaml': 'a: 1\n' },
      { message: 'On the side', at: '2026-11-02T09:00:00Z' },
    );
    await repository.git(['switch', '--quiet', '-c', 'merged', 'main']);
    await repository.git(
      ['merge', '--quiet', '--no-ff', '-m', 'Merge', 'feature'],
      '2026-11-05T10:00:00Z',
    );
    const merged = (await repository.git(['rev-parse', 'HEAD'])).trim();
    await repository.git(['switch', '--quiet', 'main']);

    const brought = await commits('apps/web', head, merged);
    expect(brought.diverged).toBe(false);
    expect(brought.commits.map(({ title }) => title)).toContain('On the side');
    expect(await commits('apps/web', side, head)).toMatchObject({
      diverged: true,
    });
  });

  it('says that a revision is gone, and that a repository is not to be seen', async () => {
    const gone = '0'.repeat(40);
    await expect(commits('', gone, head)).rejects.toMatchObject({
      problem: 'revision-gone',
      message: expect.stringMatching(/no 0000000 .*force-pushed or pruned/),
    });
    const seen = find();
    for (const path of ['', 'apps/web']) {
      for (const method of ['readFiles', 'listFolder'] as const) {
        await expect(
          seen.host[method](seen.repository, path, gone),
        ).rejects.toMatchObject({ problem: 'revision-gone' });
      }
    }
    const { host, repository: asked } = find({
      url: 'https://git.example.org/acme/secret',
    });
    await expect(host.readFiles(asked, 'apps', first)).rejects.toMatchObject({
      problem: 'not-found',
    });
    await expect(
      host.commits(asked, { paths: [''], from: first, to: head }),
    ).rejects.toMatchObject({ problem: 'not-found' });
    await expect(host.headOf(asked, 'main')).rejects.toMatchObject({
      problem: 'not-found',
      message: expect.stringContaining('acme/secret'),
    });
  });

  it('reads files, within bounds', async () => {
    const { host, repository: asked } = find();
    const yaml = {
      wanted: (path: string) => path.endsWith('.yaml'),
    };
    expect(await host.readFiles(asked, './apps/web/', fix, yaml)).toEqual({
      files: [
        { path: 'apps/web/deployment.yaml', text: 'replicas: 2\n' },
        { path: 'apps/web/nested/service.yaml', text: 'port: 80\n' },
      ],
      complete: true,
    });
    expect(await host.readFiles(asked, 'apps/web/logo.svg', fix)).toEqual({
      files: [{ path: 'apps/web/logo.svg', text: '<svg/>' }],
      complete: true,
    });
    expect(
      await host.readFiles(asked, 'apps', fix, { mostFiles: 1 }),
    ).toMatchObject({ files: { length: 1 }, complete: false });
    expect(
      await host.readFiles(asked, 'apps', fix, { mostBytes: 3 }),
    ).toMatchObject({ files: [], complete: false });
    expect(await host.readFiles(asked, 'apps/none', fix)).toEqual({
      files: [],
      complete: true,
    });
    expect(await host.listFolder(asked, 'apps/web', fix)).toEqual([
      'deployment.yaml',
      'logo.svg',
      'nested/',
    ]);
    expect(await host.listFolder(asked, 'apps/none', fix)).toEqual([]);
  });

  it('asks nobody whom no integration names', async () => {
    for (const [address, named] of [
      ['https://evil.example.com/acme/fleet', 'evil.example.com'],
      [
        'https://git.example.org.evil.com/acme/fleet',
        'git.example.org.evil.com',
      ],
      ['https://git.example.org@evil.com/acme/fleet', 'evil.com'],
      // Backstage knows github.com unasked.
      ['https://github.com/acme/fleet', 'github.com'],
    ]) {
      expect(() => find({ url: address })).toThrow(
        `no integration for ${named} is configured: add`,
      );
    }
    expect(() => find({ url: 'oci://ghcr.io/acme/fleet' })).toThrow(
      'names no repository',
    );
  });

  it.each([
    [
      'not-signed-in',
      { status: 401, body: { message: 'Bad credentials' } },
      'renew',
    ],
    [
      'not-allowed',
      { status: 403, body: { message: 'Resource not accessible' } },
      'Contents: read',
    ],
    [
      'moved',
      {
        status: 301,
        body: { message: 'Moved Permanently' },
        headers: { location: 'https://evil.example.com/' },
      },
      'moved',
    ],
    ['broken-answer', { status: 200, body: '<html>sign in</html>' }, 'commit'],
    ['broken-answer', { status: 502, body: { message: 'Bad gateway' } }, '502'],
  ])('tells %s from other failures: %o', async (problem, answer, words) => {
    server.fail({ answer });
    const { host, repository: asked } = find();
    const failure = await host.headOf(asked, 'main').catch(error => error);
    expect(failure).toMatchObject({
      name: 'GitError',
      problem,
      message: expect.stringContaining(words),
    });
    expect(failure.message).not.toContain(token);
  });

  it.each<[string, number, Record<string, string>]>([
    [
      'API rate limit exceeded',
      403,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2100000000' },
    ],
    [
      'You have exceeded a secondary rate limit',
      403,
      { 'retry-after': '3600' },
    ],
    ['Too many requests', 429, { 'retry-after': '3600' }],
  ])('leaves a host alone that says: %s', async (message, status, headers) => {
    server.fail({ answer: { status, body: { message }, headers } });
    const { host, repository: asked } = find();
    const failure = await host.headOf(asked, 'main').catch(error => error);
    expect(failure.problem).toBe('throttled');
    expect(failure.retryAt.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    expect(server.requests).toHaveLength(1);
  });

  it('says when a host does not answer, and when nobody is signed in', async () => {
    const anonymous = find({ token: undefined });
    await expect(
      anonymous.host.headOf(anonymous.repository, 'main'),
    ).rejects.toMatchObject({ problem: 'not-found' });
    const { host, repository: asked } = find();
    await server.stop();
    await expect(host.headOf(asked, 'main')).rejects.toMatchObject({
      problem: 'unreachable',
    });
  });
});
