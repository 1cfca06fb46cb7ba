import type { GitFolder } from './GitFolder';

/** When each path changed last, by the main line of a ref's history. */
export async function lastChanges(
  git: GitFolder,
  ref: string,
): Promise<Map<string, Date>> {
  const text = await git.text([
    'log',
    '--first-parent',
    '-m',
    '--name-only',
    '--format=%x00%cI',
    ref,
  ]);
  const changes = new Map<string, Date>();
  for (const commit of text.split('\0').slice(1)) {
    const [date, ...paths] = commit.split('\n').filter(Boolean);
    for (const path of paths) {
      if (!changes.has(path)) {
        changes.set(path, new Date(date));
      }
    }
  }
  return changes;
}
