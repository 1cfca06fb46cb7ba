import type { GitChange } from './GitChange';
import type { GitProposal } from './GitProposal';
import type {
  GitChangedFiles,
  GitPullRequest,
  GitPullRequestQuery,
  GitPullRequests,
  GitPullRequestStanding,
} from './GitPullRequest';
import type { GitRepository } from './GitRepository';
import type { GitReviews } from './GitReviews';
import type { GitTrees } from './GitTrees';

/** A commit, as its host shows it. @public */
export interface GitCommit {
  /** Its full hash. */
  revision: string;
  /** The first line of its message. */
  title: string;
  /** When it was committed, in UTC. */
  at: string;
  /** Its page. */
  url: string;
}

/** What is asked of the history of a repository. @public */
export interface GitRange {
  /** Files and folders from the root of the repository; an empty one is all of it. */
  paths: readonly string[];
  /** The hash that is there already. */
  from: string;
  /** The hash that it is compared with. */
  to: string;
}

/** The commits of a {@link GitRange}. @public */
export interface GitCommits {
  /** Newest first. */
  commits: GitCommit[];
  /** Whether there are more than those. */
  more: boolean;
  /** Whether `from` is part of the history of `to`: after a force-push it is not. */
  diverged: boolean;
  /** The page that compares the two, for the whole of the repository. */
  url: string;
}

/** A file of a repository. @public */
export interface GitFile {
  /** From the root of the repository. */
  path: string;
  /** As UTF-8. */
  text: string;
}

/** What bounds the reading of files. @public */
export interface GitReadOptions {
  /** Whether a file is wanted, by its path from the root of the repository. Absent: all are. */
  wanted?: (path: string) => boolean;
  /** Absent: 300. */
  mostFiles?: number;
  /** Of all files together. Absent: 5,000,000. */
  mostBytes?: number;
}

/** Files of a repository. @public */
export interface GitFiles {
  /** In the order of their paths. */
  files: GitFile[];
  /** Whether those are all that were wanted. */
  complete: boolean;
}

/**
 * Speaks to one Git host. What it cannot answer it throws as a {@link GitError}.
 *
 * @public
 */
export interface GitHost extends GitReviews, GitTrees {
  /** Login of the account that it signs in with to a repository. Undefined where that is not told: it asks without signing in, say. */
  account(repository: GitRepository): Promise<string | undefined>;
  /** The hash that a branch, a tag, a hash or `HEAD` stands for now. */
  headOf(repository: GitRepository, ref: string): Promise<string>;
  /** The commits that `to` has, `from` has not, and that touch a path. */
  commits(repository: GitRepository, range: GitRange): Promise<GitCommits>;
  /** The names of files and folders in a folder; folders end with a slash. Empty where there is no such folder. */
  listFolder(
    repository: GitRepository,
    path: string,
    revision: string,
  ): Promise<string[]>;
  /** A file, or all files in a folder and those below. None where there is no such path. Links and submodules are left out. */
  readFiles(
    repository: GitRepository,
    path: string,
    revision: string,
    options?: GitReadOptions,
  ): Promise<GitFiles>;
  /** The branch that others are merged into. */
  defaultBranch(repository: GitRepository): Promise<string>;
  /**
   * Opens a pull request for a change; finds and updates the one that is open for its branch already.
   *
   * Nothing of it is seen before it is whole, and when the pull request cannot be opened, the branch that was made for it is taken
   * back. Commits of others are never overwritten, nor is another change that somebody else asked for, as {@link describeChange} tells.
   * Labels and reviewers are set when it opens. It never forks.
   *
   * @throws GitError, with `branch-taken` when the branch holds what others pushed or asked for, `base-moved` when a file is no longer as it was
   * read, `base-missing`, `branch-protected`, `invalid-change`, `nothing-to-change` when the base is like that already, and with what
   * reading throws.
   */
  propose(repository: GitRepository, change: GitChange): Promise<GitProposal>;
  listPullRequests(
    repository: GitRepository,
    query: GitPullRequestQuery,
  ): Promise<GitPullRequests>;
  pullRequest(
    repository: GitRepository,
    number: number,
  ): Promise<GitPullRequest>;
  /** What merging a pull request would change, or has changed. */
  changedFiles(
    repository: GitRepository,
    number: number,
  ): Promise<GitChangedFiles>;
  /** What reviewers and machines say of the head of a pull request. */
  standing(
    repository: GitRepository,
    pullRequest: Pick<GitPullRequest, 'number' | 'head'>,
  ): Promise<GitPullRequestStanding>;
}
