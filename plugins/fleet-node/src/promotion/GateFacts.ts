import type {
  Artifact,
  Canary,
  Freeze,
  Move,
  PromotionAction,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { GitBranchRules } from '../git/GitBranchRules';
import type {
  GitChangedFile,
  GitCheck,
  GitFileOwners,
  GitForcePush,
  GitPullRequest,
  GitPullRequestCommit,
  GitReview,
} from '../git/GitPullRequest';

/** A fact that may not be had: then why, in words, with what to do. @public */
export type Known<T> = { known: T } | { unknown: string };

/** A stage, as gates see it. @public */
export interface GateStage {
  name: string;
  environment: string;
  /** Only those that the promotion is about: of its wave, where it has waves. */
  clusters: StageCluster[];
  /** What Git says of it. */
  artifacts: Artifact[];
}

/** A new breach of a policy, in the target or by what comes. @public */
export interface GatePolicyResult {
  policy: string;
  severity: string;
  cluster: string;
  summary: string;
  since?: string;
}

/** Open drift of the target. @public */
export interface GateDrift {
  kind: string;
  cluster: string;
  summary: string;
  since: string;
  acknowledged: boolean;
}

/** What is known of a pull request when its gates are judged. @public */
export interface GatePullRequest {
  pullRequest: GitPullRequest;
  /**
   * Logins of who asked for it: of the requester, where the machine that opened it has one, else of who opened it. Nobody who is among
   * these can approve.
   */
  requesters: Known<string[]>;
  /** Entity refs of those whom the catalog or the config knows of who is named here, by their login in lower case. */
  people: Readonly<Record<string, string>>;
  checks: Known<GitCheck[]>;
  reviews: Known<GitReview[]>;
  commits: Known<GitPullRequestCommit[]>;
  /** Who put other commits in place of its own. */
  forcePushes: Known<GitForcePush[]>;
  files: Known<GitChangedFile[]>;
  rules: Known<GitBranchRules>;
  owners: Known<GitFileOwners>;
  /** Members by slug, of the teams that gates and owners name. */
  teams: Record<string, Known<string[]>>;
}

/**
 * All that a gate may go by.
 *
 * @public
 */
export interface GateFacts {
  /** ISO 8601, in UTC. */
  now: string;
  action: PromotionAction;
  application: string;
  moves: Move[];
  /** What comes from where; absent of a rollback. */
  source?: GateStage;
  target: GateStage;
  /** Clusters of the target that got it before, where it comes in waves. */
  earlier: StageCluster[];
  /** Absent: none is open yet. */
  pullRequest?: GatePullRequest;
  /** Of the source, at what moves: since when each of its clusters has run it well, by cluster. */
  soakingSince: Record<string, string>;
  drifts: Known<GateDrift[]>;
  /** Of the source, since what moves came there. */
  policyResults: Known<GatePolicyResult[]>;
  /** What policy engines and Flux say of the signatures of what moves: of images by their name, of others by kind and name, as in `chart web`. */
  signatures: Record<string, Known<boolean>>;
  canaries: Canary[];
  freezes: Known<Freeze[]>;
  /** What runs of Tekton in the source say, by the name of the Pipeline. */
  pipelineRuns: Known<
    {
      pipeline: string;
      /** Absent: of no cluster alone. */
      cluster?: string;
      state: GitCheck['state'];
      /** When it began. */
      at?: string;
      url?: string;
    }[]
  >;
}
