import type {
  GateVerdict,
  Move,
  Promotion,
  PromotionAction,
  PromotionPullRequest,
  PromotionState,
  PromotionWave,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Overlay } from '@fleetcommander/backstage-plugin-fleet-node';
import type { PromotionChange } from '../../store/promotion/changes';

/** A wave, as it is kept. */
export interface KeptWave
  extends Pick<
    PromotionWave,
    'title' | 'state' | 'summary' | 'startedAt' | 'endedAt'
  > {
  /** Names of the clusters that change in it. */
  clusters: string[];
  /** Of its pull request, where it has one already. */
  number?: number;
  /** What failed of it, as it was told last; it stays until the wave is done. */
  failure?: string;
  /** On how many of its clusters it was seen to run well at most, and since when on all of them: the way back takes it away from there. */
  came?: { clusters: number; at?: string };
}

/** What a branch requires of a pull request and has not got, in words, and who can give it, as far as that is known. */
export interface BranchLack {
  summary: string;
  waitsFor: string[];
}

/** A promotion, as it is kept. */
export interface KeptPromotion {
  id: string;
  pipelineId: string;
  repository: string;
  application: string;
  action: PromotionAction;
  from?: string;
  to: string;
  environment: string;
  state: PromotionState;
  summary: string;
  waitsFor: string[];
  stuck?: string;
  version?: string;
  /** What its stage had before. */
  fromVersion?: string;
  moves: Move[];
  requester?: string;
  gates: GateVerdict[];
  enforcement: Promotion['enforcement'];
  /** Of one whose gates are open: what its branch requires besides and has not got; absent: nothing, or the Git host does not tell. */
  branchLacks?: BranchLack[];
  /** What the gates were judged by last. */
  judged?: string;
  waves: KeptWave[];
  /** What Git is to say once it is merged, by region; empty: of the whole stage. */
  overlays: Record<string, Overlay>;
  baseRevision?: string;
  mergeRevision?: string;
  rollbackId?: string;
  createdAt: string;
  mergedAt?: string;
  /** Absent: more may become of it. One that failed ends where its stage is taken elsewhere. */
  endedAt?: string;
  progressAt: string;
  /** Of one that is open: of the wave that is under way. */
  pullRequest?: PromotionPullRequest & {
    /** The hash that its branch stands for. */
    head: string;
    updatedAt: string;
    /** What it changes, as it was read last; absent: it was not read yet. */
    read?: PromotionChange;
  };
}
