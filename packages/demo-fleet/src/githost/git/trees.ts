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
const treeMode = '040000';

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

/** The tree that changes make of another one. What is removed goes with all that lies in it. */
export async function changeTree(
  git: GitFolder,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const root = base ?? emptyTree;
  const folder = await mkdtemp(join(tmpdir(), 'fleet-githost-index-'));
  const index = join(folder, 'index');
  const update = (lines: readonly string[]) =>
    git.run(['update-index', '-z', '--index-info'], {
      index,
      stdin: lines.map(line => `${line}\0`).join(''),
    });
  const isTree = ({ mode, sha }: TreeChange) => mode === treeMode && sha;
  try {
    await git.run(['read-tree', root], { index });
    const gone = await Promise.all(
      changes
        .filter(change => !change.sha || isTree(change))
        .map(({ path }) => listTree(git, root, { recursive: true, path })),
    );
    await update(gone.flatMap(all => (all ?? []).map(removalOf)));
    for (const { path, sha } of changes.filter(isTree)) {
      await git.run(['read-tree', '-i', `--prefix=${path}/`, `${sha}`], {
        index,
      });
    }
    await update(
      changes
        .filter(change => change.sha && !isTree(change))
        .map(({ path, mode = '100644', sha }) => `${mode} ${sha}\t${path}`),
    );
    return (await git.text(['write-tree'], { index })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function removalOf({ path }: TreeEntry): string {
  return `0 ${noCommit}\t${path}`;
}
