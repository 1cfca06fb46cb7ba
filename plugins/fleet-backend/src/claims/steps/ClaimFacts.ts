import type {
  ClaimChange,
  ClaimStep,
  ClaimStepState,
  PullRequest,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { TreeSummary } from '../tree/summariseTree';

/** What applies a claim on its hub. */
export interface Applier {
  title: string;
  state: State;
  summary: string;
  message?: string;
}

/** The cluster that a claim made, once it is in the fleet. */
export interface MadeCluster {
  entityRef: string;
  /** Whether it answers. */
  reachable: boolean;
  /** Whether it ever answered. */
  reached: boolean;
  summary: string;
}

/** Something that a new cluster has to have. */
export interface BootstrapItem {
  title: string;
  state: State;
  summary: string;
}

/** All that the steps of a claim are told from. */
export interface ClaimFacts {
  /** `KubernetesCluster staging-eu-1`. */
  title: string;
  hub: string;
  onHub: boolean;
  /** Newest first. */
  pullRequests: readonly (PullRequest & { change: ClaimChange })[];
  /** Whether the branch has it. */
  inGit: boolean;
  /** Why Git gives no newer answer. */
  gitProblem?: string;
  appliedBy?: Applier;
  tree?: TreeSummary;
  /** Name of the cluster that it asks for. */
  makesCluster?: string;
  cluster?: MadeCluster;
  bootstrap: readonly BootstrapItem[];
  /** As they were told before. */
  before: readonly ClaimStep[];
  now: string;
}

/** A step without what all have alike. */
export interface StepFinding {
  state: ClaimStepState;
  /** The evidence, in plain words. */
  summary: string;
  startedAt?: string;
  endedAt?: string;
  links?: ClaimStep['links'];
  items?: ClaimStep['items'];
}
