import { gunzipSync } from 'node:zlib';
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

describe('the API for files and histories', () => {
  let host: GitHost;
  let bot: Octokit;
  let main: string;

  beforeEach(async () => {
    host = await startHost();
    bot = octokit(host);
    main = (await host.headOf(name, 'main'))!;
  });
  afterEach(() => host.stop());

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

  it('packs a repository up', async () => {
    const { data } = await bot.rest.repos.downloadTarballArchive({
      ...address,
      ref: 'main',
    });
    const text = gunzipSync(data as ArrayBuffer).toString('latin1');
    expect(text).toContain(
      `platform-fleet-${main.slice(0, 7)}/apps/web/service.yaml`,
    );
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
});
