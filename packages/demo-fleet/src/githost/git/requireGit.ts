import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The first that merges without a working copy. */
const oldest = [2, 38] as const;

/** Throws, and says what to install, where git cannot do what a host needs of it. */
export async function requireGit(): Promise<void> {
  const ask = async (option: string) => {
    const { stdout } = await run('git', [option]).catch(error => {
      throw new Error(
        `git does not start (${error.message}): install git 2.38 or newer`,
      );
    });
    return stdout.trim();
  };
  const version = await ask('--version');
  const [major, minor] = (/\d+\.\d+/.exec(version)?.[0] ?? '0.0')
    .split('.')
    .map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new Error(
      `${version} cannot merge without a working copy: install git 2.38 or newer`,
    );
  }
  const backend = join(await ask('--exec-path'), 'git-http-backend');
  await access(backend).catch(() => {
    throw new Error(
      `git serves no repositories without ${backend}: install git with its HTTP backend, which some systems have in a package of its own (git-daemon, git-http-backend)`,
    );
  });
}
