import type { GitFolder, GitSignature } from './GitFolder';

export interface GitCommitRecord {
  sha: string;
  tree: string;
  parents: string[];
  author: GitSignature;
  committer: GitSignature;
  message: string;
}

const format = '%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';

/** Commits as `git log` lists them. */
export async function readLog(
  git: GitFolder,
  parameters: readonly string[],
): Promise<GitCommitRecord[]> {
  const text = await git.text([
    'log',
    '-z',
    `--format=${format}`,
    ...parameters,
  ]);
  const fields = text.split('\0');
  const width = 10;
  const commits: GitCommitRecord[] = [];
  for (let at = 0; at + width <= fields.length; at += width) {
    commits.push(recordOf(fields.slice(at, at + width)));
  }
  return commits;
}

export async function readCommit(
  git: GitFolder,
  sha: string,
): Promise<GitCommitRecord> {
  const [commit] = await readLog(git, ['--max-count=1', sha]);
  return commit;
}

function recordOf(fields: readonly string[]): GitCommitRecord {
  const [sha, tree, parents, name, email, date, by, byEmail, byDate, message] =
    fields;
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name, email, date: instant(date) },
    committer: { name: by, email: byEmail, date: instant(byDate) },
    message: message.trimEnd(),
  };
}

/** As GitHub writes instants. */
export function instant(date: string | Date): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}
