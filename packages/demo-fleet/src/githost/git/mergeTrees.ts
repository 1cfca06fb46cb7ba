import type { GitFolder } from './GitFolder';

/** The tree of a three-way merge of two commits from where they parted, or undefined where they conflict. */
export async function mergeTrees(
  git: GitFolder,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const { stdout, exitCode } = await git.run(
    [
      'merge-tree',
      '--write-tree',
      '--no-messages',
      '--allow-unrelated-histories',
      ours,
      theirs,
    ],
    { allow: [1] },
  );
  return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}
