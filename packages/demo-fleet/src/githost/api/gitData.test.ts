import type { Octokit } from '@octokit/rest';
import { failure } from '../__testUtils__/failure';
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

describe('the API for git data', () => {
  let host: GitHost;
  let bot: Octokit;
  let main: string;

  beforeEach(async () => {
    host = await startHost();
    bot = octokit(host);
    main = (await host.headOf(name, 'main'))!;
  });
  afterEach(() => host.stop());

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
});
