import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real Git repository in a folder of its own, with a working copy: for histories that the API has no words for. */
export class LocalRepository {
  static async create(): Promise<LocalRepository> {
    const folder = await mkdtemp(join(tmpdir(), 'fleet-git-'));
    const repository = new LocalRepository(folder);
    await repository.git(['init', '--quiet', '--initial-branch', 'main']);
    return repository;
  }

  private constructor(readonly folder: string) {}

  /** Writes files and commits them; answers the commit's hash. A file without text is deleted. */
  async commit(
    files: Readonly<Record<string, string | undefined>>,
    options: { message: string; at: string },
  ): Promise<string> {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      if (text === undefined) {
        await rm(file);
      } else {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
    await this.git(['add', '--all']);
    await this.git(
      ['commit', '--quiet', '--allow-empty', '--message', options.message],
      options.at,
    );
    return (await this.git(['rev-parse', 'HEAD'])).trim();
  }

  /** Runs git in it. */
  async git(parameters: readonly string[], at?: string): Promise<string> {
    const { stdout } = await run('git', [...parameters], {
      cwd: this.folder,
      maxBuffer: 50_000_000,
      env: {
        PATH: process.env.PATH,
        TZ: 'UTC',
        // Whoever runs this has settings of their own.
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada',
        GIT_AUTHOR_EMAIL: 'ada@example.org',
        GIT_COMMITTER_NAME: 'Ada',
        GIT_COMMITTER_EMAIL: 'ada@example.org',
        ...(at && { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }),
      },
    });
    return stdout;
  }

  async delete(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
