import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface GitSignature {
  name: string;
  email: string;
  /** As `Date.toISOString()` writes it. */
  date: string;
}

interface RunOptions {
  stdin?: string | Buffer;
  author?: GitSignature;
  committer?: GitSignature;
  /** Another index than the repository's. */
  index?: string;
  /** Exit codes that are answers and no failures. */
  allow?: readonly number[];
}

/** What git said when it failed. */
export class GitFailure extends Error {
  constructor(readonly exitCode: number, readonly stderr: string) {
    super(`git failed (${exitCode}): ${stderr.trim()}`);
  }
}

/** The folder of a repository in which git is run. */
export class GitFolder {
  /** A bare repository in a temporary folder. */
  static async createBare(defaultBranch: string): Promise<GitFolder> {
    const path = await mkdtemp(join(tmpdir(), 'fleet-githost-'));
    const folder = new GitFolder(path);
    await folder.run([
      'init',
      '--quiet',
      '--bare',
      '--initial-branch',
      defaultBranch,
    ]);
    return folder;
  }

  /** @param path - a bare repository, or the `.git` of another. */
  constructor(readonly path: string) {}

  async text(
    parameters: readonly string[],
    options?: RunOptions,
  ): Promise<string> {
    return (await this.run(parameters, options)).stdout.toString('utf8');
  }

  async run(
    parameters: readonly string[],
    options: RunOptions = {},
  ): Promise<{ stdout: Buffer; exitCode: number }> {
    const { stdin, allow = [] } = options;
    const child = spawn('git', [...parameters], {
      cwd: this.path,
      env: environmentOf(this.path, options),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    // Git may end without having read all; its exit code says what there is to say.
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', error =>
        reject(
          new Error(
            `git does not start (${error.message}): install git 2.38 or newer`,
          ),
        ),
      );
      child.once('close', code => resolve(code ?? -1));
    });
    if (exitCode !== 0 && !allow.includes(exitCode)) {
      throw new GitFailure(exitCode, Buffer.concat(stderr).toString('utf8'));
    }
    return { stdout: Buffer.concat(stdout), exitCode };
  }

  async delete(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

function environmentOf(
  folder: string,
  { author, committer, index }: RunOptions,
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    TZ: 'UTC',
    LC_ALL: 'C',
    GIT_DIR: folder,
    // Whoever runs this has settings of their own.
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...(author && {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: author.date,
    }),
    ...(committer && {
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    }),
    ...(index && { GIT_INDEX_FILE: index }),
  };
}
