import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Nothing of the person whose machine this is. */
export const gitEnvironment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

/** Answers what it prints. */
export async function git(
  directory: string,
  ...words: string[]
): Promise<string> {
  const options = { cwd: directory, env: gitEnvironment };
  return (await execute('git', words, options)).stdout.trim();
}
