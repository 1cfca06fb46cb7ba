import type {
  ClaimChange,
  PullRequestState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { GitProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import type { PullRequestFacts } from '../../store/rows/PullRequestRow';
import type { ClaimManifest } from '../claimFields';

/** A claim in a file of Git. */
export interface FoundClaim {
  path: string;
  change: ClaimChange;
  manifest: ClaimManifest;
}

/** How far a repository has been followed. */
export interface RepositoryState {
  /** The hash that its files were read at. */
  head?: string;
  pullRequests: ReadonlyMap<number, KnownPullRequest>;
  /** As the branch has them. */
  files: readonly FoundClaim[];
}

export interface KnownPullRequest {
  state: PullRequestState;
  head: string;
  updatedAt: string;
  /** Whether it concerns claims. */
  hasClaims: boolean;
}

/** What was read of a pull request. */
export interface FollowedPullRequest {
  facts: PullRequestFacts;
  head: string;
  updatedAt: string;
  /** Present where its files were read. */
  claims?: FoundClaim[];
}

/** What became of asking a repository. */
export interface RepositoryNews {
  /** Present where the branch has moved. */
  branch?: { head: string; claims?: FoundClaim[] };
  pullRequests: FollowedPullRequest[];
}

/** Why a repository gives no newer answer. */
export interface RepositoryProblem {
  kind: GitProblem | 'no-hub';
  /** With what to do. */
  message: string;
}
