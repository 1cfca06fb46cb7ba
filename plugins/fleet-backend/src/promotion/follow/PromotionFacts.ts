import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { RunningStage } from '../../store/promotion/readStageClusters';
import type { BranchHead } from '../BranchHead';
import type { KnownOverlay, PipelineBasis } from '../PipelineBasis';

/** What a promotion is told by. */
export interface PromotionFacts {
  basis: PipelineBasis;
  stage: StageConfig;
  /** Of the stage. */
  overlays: readonly KnownOverlay[];
  /** Of the stage, whoever sees it. */
  running: readonly RunningStage[];
  /** As it was read last. */
  branch?: BranchHead;
  /** A rollback of the stage that came after it. */
  rollbackId?: string;
  stuckAfterMs: number;
  now: Date;
}
