import type { GitBranchRules } from './GitBranchRules';
import type { GitCommit } from './GitHost';
import type {
  GitFileOwners,
  GitForcePush,
  GitPullRequestCommit,
  GitReview,
  GitStatus,
} from './GitPullRequest';
import type { GitRepository } from './GitRepository';

/**
 * What a Git host tells of those who judge a pull request, and what it takes of machines that judge it. What it cannot answer it throws
 * as a {@link GitError}.
 *
 * @public
 */
export interface GitReviews {
  /** Every review of a pull request, oldest first; of those who may not write to the repository, as comments. */
  reviews(repository: GitRepository, number: number): Promise<GitReview[]>;
  /** The commits of a pull request, oldest first. */
  pullRequestCommits(
    repository: GitRepository,
    number: number,
  ): Promise<GitPullRequestCommit[]>;
  /** Who put other commits in place of its own while it was open, oldest first. What commits say of who wrote them, they can say falsely. */
  forcePushes(
    repository: GitRepository,
    number: number,
  ): Promise<GitForcePush[]>;
  /** What the branch demands of a pull request before it is merged. */
  rulesOf(repository: GitRepository, branch: string): Promise<GitBranchRules>;
  /** Who has to agree to a change of these files, by the CODEOWNERS at a revision. */
  ownersOf(
    repository: GitRepository,
    options: { revision: string; paths: readonly string[] },
  ): Promise<GitFileOwners>;
  /** Logins of a team of the repository's owner. Undefined where the host does not tell us. */
  teamMembers(
    repository: GitRepository,
    team: string,
  ): Promise<string[] | undefined>;
  /** The newest commit that touched each of the paths up to a revision. Absent: none did. */
  lastCommits(
    repository: GitRepository,
    options: { revision: string; paths: readonly string[] },
  ): Promise<Record<string, GitCommit & { author?: string }>>;
  /** Number of the merged pull request that a commit came by. Undefined: it was pushed. */
  broughtBy(
    repository: GitRepository,
    revision: string,
  ): Promise<number | undefined>;
  /** Publishes what one check says of a commit; what it said before is replaced. Nothing is written where that is the same. */
  setStatus(repository: GitRepository, status: GitStatus): Promise<void>;
  /** Replaces the body of a pull request, or takes it out of draft. Nothing is written where nothing differs. */
  updatePullRequest(
    repository: GitRepository,
    number: number,
    change: { body?: string; ready?: boolean },
  ): Promise<void>;
}
