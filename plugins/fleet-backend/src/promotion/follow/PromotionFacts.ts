import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { RunningStage } from '../../store/promotion/readStageClusters';
import type { KnownOverlay, PipelineBasis } from '../PipelineBasis';

/** What a promotion is told by. */
export interface PromotionFacts {
  basis: PipelineBasis;
  stage: StageConfig;
  /** Of the stage. */
  overlays: readonly KnownOverlay[];
  /** Of the stage, whoever sees it. */
  running: readonly RunningStage[];
  /** Of the branch, as it was read last. */
  head?: string;
  /** A rollback of the stage that came after it. */
  rollbackId?: string;
  stuckAfterMs: number;
  now: Date;
}
