import type { ProposalBase } from './readBase';
import type { ProposalContext } from './ProposalContext';

/** A branch that is there already, against its base. */
export interface ProposedBranch {
  head: string;
  base: ProposalBase;
  /** The hash that its changes count from. */
  mergeBase: string;
  /** Whether the base has commits that it has not. */
  isBehind: boolean;
  /** Those that the base has not; oldest first. */
  commits: {
    revision: string;
    message: string;
    tree: string;
    author?: string;
  }[];
  /** Whether those are all. */
  isWhole: boolean;
  /** Those that it changes: the hash of what is in them, and none of one that is gone. */
  files: Map<string, string | undefined>;
}

/** What the branch of a change holds. */
export async function readBranch({
  octokit,
  address,
  change: { base, branch },
}: ProposalContext): Promise<ProposedBranch> {
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    ...address,
    basehead: `${base}...${branch}`,
  });
  const commits = data.commits.map(({ sha, commit, author }) => ({
    revision: sha,
    message: commit.message,
    tree: commit.tree.sha,
    author: author?.login ?? commit.author?.name,
  }));
  const files = new Map<string, string | undefined>();
  for (const file of data.files ?? []) {
    if (file.previous_filename) {
      files.set(file.previous_filename, undefined);
    }
    files.set(file.filename, file.status === 'removed' ? undefined : file.sha);
  }
  return {
    head: commits.at(-1)?.revision ?? data.merge_base_commit.sha,
    base: {
      head: data.base_commit.sha,
      tree: data.base_commit.commit.tree.sha,
    },
    mergeBase: data.merge_base_commit.sha,
    isBehind: data.behind_by > 0,
    commits,
    isWhole: commits.length === data.total_commits,
    files,
  };
}
