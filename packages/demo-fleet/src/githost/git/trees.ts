import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noCommit } from './refs';
import type { GitFolder } from './GitFolder';

export interface TreeEntry {
  path: string;
  mode: string;
  type: string;
  sha: string;
  /** In bytes; of blobs. */
  size?: number;
}

/** A path to write; without a hash it is removed. */
export interface TreeChange {
  path: string;
  mode?: string;
  sha?: string;
}

export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const mostBytes = 4096;

/** Whether git keeps a file under such a path. */
export function isTreePath(path: string): boolean {
  return (
    Buffer.byteLength(path) <= mostBytes &&
    !path.includes('\0') &&
    path
      .split('/')
      .every(
        part =>
          part !== '' &&
          part !== '.' &&
          part !== '..' &&
          part.toLowerCase() !== '.git' &&
          Buffer.byteLength(part) <= 255,
      )
  );
}

/** What lies in a tree or commit, or undefined where there is none. */
export async function listTree(
  git: GitFolder,
  sha: string,
  options: { recursive?: boolean; path?: string } = {},
): Promise<TreeEntry[] | undefined> {
  const { stdout, exitCode } = await git.run(
    [
      'ls-tree',
      '--long',
      '-z',
      ...(options.recursive ? ['-r', '-t'] : []),
      sha,
      ...(options.path ? ['--', options.path] : []),
    ],
    { allow: [128] },
  );
  return exitCode === 0
    ? stdout.toString('utf8').split('\0').filter(Boolean).map(entryOf)
    : undefined;
}

function entryOf(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode, type, sha, size] = line.slice(0, tab).split(/\s+/);
  return {
    path: line.slice(tab + 1),
    mode,
    type,
    sha,
    ...(type === 'blob' && { size: Number(size) }),
  };
}

/** The tree that changes make of another one. */
export async function changeTree(
  git: GitFolder,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-githost-index-'));
  const index = join(folder, 'index');
  try {
    await git.run(['read-tree', base ?? emptyTree], { index });
    for (const { path, mode, sha } of changes) {
      if (mode === '040000' && sha) {
        await git.run(['read-tree', `--prefix=${path}/`, sha], { index });
      }
    }
    const lines = changes
      .filter(({ mode }) => mode !== '040000')
      .map(
        ({ path, mode = '100644', sha }) =>
          `${sha ? mode : '0'} ${sha ?? noCommit}\t${path}\0`,
      );
    await git.run(['update-index', '-z', '--index-info'], {
      index,
      stdin: lines.join(''),
    });
    return (await git.text(['write-tree'], { index })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
