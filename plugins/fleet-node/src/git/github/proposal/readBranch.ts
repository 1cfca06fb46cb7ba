import type { ProposalBase } from './readBase';
import type { ProposalContext } from './ProposalContext';

/** A branch that is there already, against its base. */
export interface ProposedBranch {
  head: string;
  /** Of its head. */
  tree: string;
  base: ProposalBase;
  /** What its changes count from. */
  mergeBase: ProposalBase;
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
  const mergeBase = baseOf(data.merge_base_commit);
  const last = commits.at(-1);
  return {
    head: last?.revision ?? mergeBase.head,
    tree: last?.tree ?? mergeBase.tree,
    base: baseOf(data.base_commit),
    mergeBase,
    isBehind: data.behind_by > 0,
    commits,
    isWhole: commits.length === data.total_commits,
    files,
  };
}

function baseOf(commit: {
  sha: string;
  commit: { tree: { sha: string } };
}): ProposalBase {
  return { head: commit.sha, tree: commit.commit.tree.sha };
}
