import type {
  Move,
  Pipeline,
  PromotionAction,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** What gates are judged for. */
export interface FactSubject {
  /** As nobody's permissions narrow it: who sees less is still held up by what they do not see. */
  pipeline: Pipeline;
  action: PromotionAction;
  /** The stage; absent of a rollback, and where there is none before. */
  from?: string;
  to: string;
  /** Absent: all clusters of the stage. */
  wave?: number;
  moves: Move[];
}
