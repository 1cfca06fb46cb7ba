import { instant, readLog } from '../git/commits';
import type { GitFolder, GitSignature } from '../git/GitFolder';
import { mergeTrees } from '../git/mergeTrees';
import { treeOf, writeCommit } from '../git/objects';
import type { HostedRepository } from './HostedRepository';
import type { Person } from './Person';
import type { PullRequest } from './PullRequest';

export const mergeMethods = ['merge', 'squash', 'rebase'] as const;
export type MergeMethod = (typeof mergeMethods)[number];

export interface MergeOptions {
  method: MergeMethod;
  by: Person;
  author: Person | undefined;
  title?: string;
  message?: string;
  /** Absent: now. */
  at?: Date;
}

/** Makes the commit that merges a pull request; undefined where it conflicts. */
export async function mergePull(
  { git, owner }: HostedRepository,
  pull: PullRequest,
  { method, by, author = by, title, message, at }: MergeOptions,
): Promise<string | undefined> {
  const { baseSha, headSha, number } = pull;
  if (method === 'rebase') {
    return rebase(git, pull, signatureFor(by, at));
  }
  const tree = await mergeTrees(git, baseSha, headSha);
  if (!tree) {
    return undefined;
  }
  const texts = {
    merge: [
      `Merge pull request #${number} from ${owner}/${pull.head}`,
      pull.title,
    ],
    squash: [`${pull.title} (#${number})`, await listOf(git, pull)],
  }[method];
  return writeCommit(git, {
    tree,
    parents: method === 'merge' ? [baseSha, headSha] : [baseSha],
    message: [title ?? texts[0], message ?? texts[1]]
      .filter(Boolean)
      .join('\n\n'),
    author: signatureFor(method === 'squash' ? author : by, at),
    committer: signatureFor(by, at),
  });
}

async function listOf(
  git: GitFolder,
  { baseSha, headSha }: PullRequest,
): Promise<string> {
  const log = await readLog(git, ['--reverse', `${baseSha}..${headSha}`]);
  return log.map(({ message }) => `* ${message}`).join('\n\n');
}

/** Takes each commit over onto the base. */
async function rebase(
  git: GitFolder,
  { baseSha, headSha }: PullRequest,
  committer: GitSignature,
): Promise<string | undefined> {
  const log = await readLog(git, [
    '--reverse',
    '--no-merges',
    `${baseSha}..${headSha}`,
  ]);
  let onto = baseSha;
  for (const { sha, parents, author, message } of log) {
    // Git merges from where two commits parted: this one parts where the commit to take over did, and has what is there by now.
    const parted = await writeCommit(git, {
      tree: await treeOf(git, onto),
      parents,
      message: '',
      author: committer,
      committer,
    });
    const tree = await mergeTrees(git, parted, sha);
    if (!tree) {
      return undefined;
    }
    onto = await writeCommit(git, {
      tree,
      parents: [onto],
      message,
      author,
      committer,
    });
  }
  return onto;
}

export function signatureFor(
  { name, email }: Person,
  at = new Date(),
): GitSignature {
  return { name, email, date: instant(at) };
}
