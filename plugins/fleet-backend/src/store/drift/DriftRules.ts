import type { DriftSeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  DriftDetector,
  DriftFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** How drift is found and weighed. */
export interface DriftRules {
  /** Names, in promotion order. */
  environments: readonly string[];
  detectors: readonly DriftDetector[];
  /** Names by which clients that write for Git sign the fields that they set. */
  gitManagers: ReadonlySet<string>;
  /** Whether Git can be asked of a repository, by its URL. */
  canAskGit(repository: string): boolean;
  severityOf(
    finding: DriftFinding,
    environment: string | undefined,
  ): DriftSeverity;
}
