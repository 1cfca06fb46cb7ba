import type { GitRepository } from './GitRepository';

/** A file of a repository, by the hash of what is in it. @public */
export interface GitTreeFile {
  /** From the root of the repository. */
  path: string;
  sha: string;
  /** In bytes. */
  size: number;
}

/** The files of a repository at a revision. @public */
export interface GitTree {
  /** In the order of their paths; links and submodules are left out. */
  files: GitTreeFile[];
  /** Whether those are all: hosts cut off trees of some 100,000 entries. */
  complete: boolean;
}

/**
 * What a Git host tells of a repository by hashes: what has the same hash has not changed, and need not be read again. What it cannot
 * answer it throws as a {@link GitError}.
 *
 * @public
 */
export interface GitTrees {
  /** Every file at a revision, in one request. */
  listTree(repository: GitRepository, revision: string): Promise<GitTree>;
  /** What is in a file, as UTF-8, by its hash. */
  readBlob(repository: GitRepository, sha: string): Promise<string>;
  /** The hash that a commit was made on; of a merge, the first. Undefined: it is the first of all. */
  parentOf(
    repository: GitRepository,
    revision: string,
  ): Promise<string | undefined>;
}
