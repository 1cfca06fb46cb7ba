import type {
  EnvironmentConfig,
  RepositoryConfig,
} from '../clusters/config/FleetConfig';
import type { PipelineConfig } from '../clusters/config/pipelineSchema';

/** What the config says of promotions. */
export interface PromotionRules {
  /** The first that fits an application is its own. */
  pipelines: readonly PipelineConfig[];
  environments: readonly Pick<
    EnvironmentConfig,
    'name' | 'directory' | 'words'
  >[];
  repositories: readonly RepositoryConfig[];
  /** Of the file in each repository that says when nothing is promoted. */
  freezesPath: string;
  /** After what time without progress a promotion is stuck. */
  stuckAfterMs: number;
}
