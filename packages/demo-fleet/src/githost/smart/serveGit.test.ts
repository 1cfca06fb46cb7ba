import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { address, name, octokit, startHost } from '../__testUtils__/startHost';
import type { GitHost, GitHostPush } from '../GitHost';

// Each request runs git a few times.
jest.setTimeout(60_000);

const run = promisify(execFile);

describe('git over HTTP', () => {
  let host: GitHost;
  let folder: string;

  beforeEach(async () => {
    host = await startHost({ protections: { main: { approvals: 1 } } });
    folder = await mkdtemp(join(tmpdir(), 'fleet-clone-'));
  });
  afterEach(async () => {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const git = async (...parameters: string[]) => {
    const { stdout } = await run('git', parameters, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        LC_ALL: 'C',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_AUTHOR_NAME: 'Grace',
        GIT_AUTHOR_EMAIL: 'grace@example.org',
        GIT_COMMITTER_NAME: 'Grace',
        GIT_COMMITTER_EMAIL: 'grace@example.org',
      },
    });
    return stdout;
  };
  const remote = (token?: string) => {
    const url = new URL(`${host.url}/${name}.git`);
    if (token) {
      url.username = 'x-access-token';
      url.password = token;
    }
    return url.href;
  };
  const commit = async (text: string) => {
    await writeFile(join(folder, 'README.md'), text);
    await git('commit', '--quiet', '--all', '--message', 'Write');
  };

  it('clones, and takes pushes that protection allows', async () => {
    const pushes: GitHostPush[] = [];
    host.onPush(push => pushes.push(push));
    await git('clone', '--quiet', remote('token-of-grace'), '.');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('# Fleet\n');
    const main = await host.headOf(name, 'main');

    await git('switch', '--quiet', '--create', 'words');
    await commit('# The fleet\n');
    await git('push', '--quiet', 'origin', 'words');
    const head = (await git('rev-parse', 'HEAD')).trim();
    expect(pushes).toEqual([
      {
        repository: name,
        ref: 'refs/heads/words',
        before: '0'.repeat(40),
        after: head,
        by: 'grace',
      },
    ]);

    const bot = octokit(host);
    const { data: pull } = await bot.rest.pulls.create({
      ...address,
      head: 'words',
      base: 'main',
      title: 'Write',
    });
    await commit('# The whole fleet\n');
    await git('push', '--quiet', 'origin', 'words');
    const { data: followed } = await bot.rest.pulls.get({
      ...address,
      pull_number: pull.number,
    });
    expect(followed).toMatchObject({ commits: 2, head: { ref: 'words' } });
    expect(followed.head.sha).not.toBe(head);

    await expect(git('push', 'origin', 'words:main')).rejects.toMatchObject({
      stderr: expect.stringMatching(
        /GH006: Protected branch update failed for refs\/heads\/main[\s\S]*At least 1 approving review[\s\S]*remote rejected/,
      ),
    });
    expect(await host.headOf(name, 'main')).toBe(main);
    await git('push', '--quiet', 'origin', ':words');
    expect(
      (await bot.rest.pulls.get({ ...address, pull_number: pull.number })).data
        .state,
    ).toBe('closed');
  });

  it('lets nobody in who may not', async () => {
    await expect(git('clone', remote(), '.')).rejects.toMatchObject({
      stderr: expect.stringContaining('could not read Username'),
    });
    await expect(
      git('clone', remote('another-token'), '.'),
    ).rejects.toMatchObject({
      stderr: expect.stringContaining('Authentication failed'),
    });
    await expect(
      git('clone', remote('token-of-stranger'), '.'),
    ).rejects.toMatchObject({ stderr: expect.stringContaining('not found') });
    await git('clone', '--quiet', remote('token-of-reader'), '.');
    await git('switch', '--quiet', '--create', 'words');
    await commit('# Mine\n');
    await expect(git('push', 'origin', 'words')).rejects.toMatchObject({
      stderr: expect.stringMatching(/403|denied/),
    });
  });

  it('merges what is pushed to its base', async () => {
    const ada = octokit(host, 'ada').rest;
    await ada.repos.deleteBranchProtection({ ...address, branch: 'main' });
    await git('clone', '--quiet', remote('token-of-grace'), '.');
    await git('switch', '--quiet', '--create', 'words');
    await commit('# The fleet\n');
    await git('push', '--quiet', 'origin', 'words');
    await ada.pulls.create({
      ...address,
      head: 'words',
      base: 'main',
      title: 'Write',
    });
    await git('push', '--quiet', 'origin', 'words:main');
    const { data } = await ada.pulls.get({ ...address, pull_number: 1 });
    expect(data).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'grace' },
      merge_commit_sha: await host.headOf(name, 'main'),
      changed_files: 1,
    });
  });

  it('lets anybody read what is public, and nobody write', async () => {
    const open = await startHost({ isPublic: true });
    const url = `${open.url}/${name}.git`;
    await git('clone', '--quiet', url, '.');
    await commit('# Mine\n');
    await expect(git('push', url, 'main')).rejects.toMatchObject({
      stderr: expect.stringContaining('could not read Username'),
    });
    const { data } = await octokit(open, 'nobody').rest.repos.get(address);
    expect(data.visibility).toBe('public');
    await expect(
      octokit(open, 'nobody').rest.git.createBlob({ ...address, content: '' }),
    ).rejects.toMatchObject({ status: 401 });
    await open.stop();
  });
});
