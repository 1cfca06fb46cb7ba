import type { GitFolder } from './GitFolder';

export interface FileDiff {
  path: string;
  previousPath?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  sha: string;
  additions: number;
  deletions: number;
  /** The hunks; absent for binary files. */
  patch?: string;
}

const statuses: Record<string, FileDiff['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/** The commit from which both came; undefined where they share none. */
export async function mergeBase(
  git: GitFolder,
  one: string,
  other: string,
): Promise<string | undefined> {
  const { stdout, exitCode } = await git.run(['merge-base', one, other], {
    allow: [1],
  });
  return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** What differs between two trees or commits, file by file. */
export async function diffFiles(
  git: GitFolder,
  from: string,
  to: string,
): Promise<FileDiff[]> {
  const diff = ['diff-tree', '-r', '-M'];
  const [summary, patches] = await Promise.all([
    git.text([...diff, '-z', '--raw', '--numstat', '--no-abbrev', from, to]),
    git.text([...diff, '--patch', from, to]),
  ]);
  const fields = summary.split('\0').filter(Boolean);
  const entries = rawEntries(fields);
  const hunks = patches
    .split(/^diff --git /m)
    .slice(1)
    .map(hunksOf);
  const counts = countsOf(fields);
  let next = 0;
  return entries.map((entry, index) => {
    const patch = hunks[next];
    // A file that becomes a link is shown as one removed and one added.
    next += entry.status === 'changed' ? 2 : 1;
    return { ...entry, ...counts[index], ...(patch && { patch }) };
  });
}

export function diffText(
  git: GitFolder,
  from: string,
  to: string,
): Promise<string> {
  return git.text(['diff-tree', '-r', '-M', '--patch', from, to]);
}

/** The first fields: each of these entries begins with a colon. */
function rawEntries(
  fields: readonly string[],
): Pick<FileDiff, 'path' | 'previousPath' | 'status' | 'sha'>[] {
  const entries = [];
  for (let at = 0; fields[at]?.startsWith(':'); ) {
    const [, , before, after, letter] = fields[at].split(' ');
    const isMove = /^[RC]/.test(letter);
    const status = statuses[letter[0]];
    entries.push({
      path: fields[at + (isMove ? 2 : 1)],
      ...(isMove && { previousPath: fields[at + 1] }),
      status,
      sha: status === 'removed' ? before : after,
    });
    at += isMove ? 3 : 2;
  }
  return entries;
}

/** The other fields: each entry begins with two numbers, or two dashes for binary files. */
function countsOf(
  fields: readonly string[],
): Pick<FileDiff, 'additions' | 'deletions'>[] {
  return fields
    .map(field => /^(\d+|-)\t(\d+|-)\t/.exec(field))
    .filter(match => match !== null)
    .map(([, additions, deletions]) => ({
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
    }));
}

function hunksOf(section: string): string | undefined {
  const start = section.search(/^@@ /m);
  return start < 0 ? undefined : section.slice(start).replace(/\n$/, '');
}
