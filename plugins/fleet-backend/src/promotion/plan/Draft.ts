import type { PipelineStage } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GitHost,
  GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { StageConfig } from '../../clusters/config/pipelineSchema';
import type { PipelineBasis } from '../PipelineBasis';
import type { PlanRequest } from '../Planner';
import type { StageChange } from './StageChange';

/** What a draft is made of. */
export interface DraftOptions {
  git: { host: GitHost; repository: GitRepository };
  basis: PipelineBasis;
  to: StageConfig;
  /** As screens show the stage that is to change. */
  shown: PipelineStage;
  request: PlanRequest;
}

/** What a change would be, and where Git was read for it. */
export interface Draft {
  change: StageChange;
  base: string;
  readAt: string;
  /** From 0 on; absent: all of the stage at once. */
  wave?: number;
  nothing?: string;
}
