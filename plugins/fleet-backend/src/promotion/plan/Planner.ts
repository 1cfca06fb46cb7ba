import type {
  PromotionPlan,
  PromotionRequest,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access } from '../../store/FleetQueryStore';

/** What is asked of a {@link Planner}. */
export interface PlanRequest extends PromotionRequest {
  /** Entity ref of who asks, or asked for the wave before. */
  requester: string;
  /** What is told is what they may see. */
  access: Access;
  /** From 0 on; absent: the first that lacks something. */
  wave?: number;
}

/** Says what a promotion or a rollback would change. It makes nothing. */
export interface Planner {
  /**
   * @throws NotFoundError where there is no such pipeline that may be seen, InputError naming what of the request is wrong and what to
   * write, and GitError where the Git host does not answer.
   */
  plan(request: PlanRequest): Promise<PromotionPlan>;
}
