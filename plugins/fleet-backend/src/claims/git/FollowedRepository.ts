import type {
  ClaimChange,
  PullRequestState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { GitProblem } from '@fleetcommander/backstage-plugin-fleet-node';
import type { PullRequestMark } from '../../promotion/follow/PullRequestMark';
import type { NewEvent } from '../../store/promotion/events';
import type { PullRequestFacts } from '../../store/rows/PullRequestRow';
import type { ClaimManifest } from '../claimFields';

/** A claim in a file of Git. */
export interface FoundClaim {
  path: string;
  change: ClaimChange;
  manifest: ClaimManifest;
}

/** Why a file, or a pull request as a whole, is not looked at. */
export interface FileProblem {
  /** Absent: all of them. */
  path?: string;
  /** As what comes after the path. */
  problem: string;
}

/** What was read of claims. */
export interface FoundFiles {
  claims: FoundClaim[];
  problems: FileProblem[];
}

/** How far a repository has been followed. */
export interface RepositoryState {
  /** The hash that its files were read at. */
  head?: string;
  /** When last none of its pull requests was left for later. */
  completeAt?: string;
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
  /** Whether it promotes something. */
  promotes: boolean;
}

/** What was read of a pull request. */
export interface FollowedPullRequest {
  facts: PullRequestFacts;
  /** The hash that its files were read at; empty where they could not be. */
  head: string;
  updatedAt: string;
  /** Present where it promotes something. */
  promotion?: PullRequestMark;
  /** Present where it brings a new application: what people did about it. */
  events?: NewEvent[];
  /** Present where its files were read. */
  claims?: FoundClaim[];
  /** Present where they were to be read. */
  problems?: FileProblem[];
}

/** What became of asking a repository. */
export interface RepositoryNews {
  /** Present where the branch has moved. */
  branch?: { head: string; files?: FoundFiles };
  pullRequests: FollowedPullRequest[];
  /** Whether none was left for later. */
  complete: boolean;
}

/** Why a repository gives no newer answer. */
export interface RepositoryProblem {
  kind: GitProblem | 'not-kept';
  /** With what to do. */
  message: string;
}
