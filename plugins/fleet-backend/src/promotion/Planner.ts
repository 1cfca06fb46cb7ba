import type {
  Move,
  PromotionAction,
  PromotionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { HiddenClusters } from './HiddenClusters';

/** A promotion that is asked for. */
export interface PlanRequest {
  pipelineId: string;
  action: PromotionAction;
  /** That is to change. */
  stage: string;
  /** Absent: the stage before it. */
  from?: string;
  /** Of a rollback; absent: the last one that ran well. */
  revision?: string;
  reason?: string;
  /** Entity ref of who asks. */
  requester: string;
  /** Clusters that the requester may not see; absent: none. */
  hidden?: HiddenClusters;
  /** From 0 on; absent: the first that has something to move. */
  wave?: number;
  /** Of a later wave: what the first one got. */
  first?: FirstWave;
}

/** What the first wave of a promotion got. */
export interface FirstWave {
  moves: readonly Move[];
  /** Hash of what Git said when it was asked for; absent: that is not known. */
  revision?: string;
}

/** Says what a promotion would change. What the requester may do was settled before. */
export interface Planner {
  /**
   * The whole change, computed from what Git says now. Where there is nothing to move it says so, and has no files.
   *
   * @throws NotFoundError, InputError that names what is wrong with the request, or GitError.
   */
  plan(request: PlanRequest): Promise<PromotionPlan>;
}
