import type {
  OverlayGap,
  Overlay,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../clusters/config/FleetConfig';
import type { PipelineConfig } from '../clusters/config/pipelineSchema';

/** What Git says that an application runs in an environment, or in a region of it. */
export interface KnownOverlay {
  id: string;
  environment: string;
  /** Region or cluster; absent: of the whole environment. */
  region?: string;
  branch: string;
  path: string;
  /** Absent: it cannot be read. */
  overlay?: Overlay;
  /** Hash of what it settles: two that settle the same have the same. */
  content: string;
  /** When that came into the branch: as it was read, and not as the commit says, which may be older than its merge. */
  contentSince?: string;
  problem?: string;
  notUnderstood: readonly OverlayGap[];
  /** The commit that changed it last. */
  revision?: string;
  changedAt?: string;
  /** Login. */
  changedBy?: string;
}

/** All that Git and the config say of a pipeline; what runs is not among it. */
export interface PipelineBasis {
  id: string;
  application: string;
  entityRefs: string[];
  ownerRefs: string[];
  repository: RepositoryConfig;
  /** Absent: none of the config fits. */
  pipeline?: PipelineConfig;
  overlays: KnownOverlay[];
  problems: string[];
}
