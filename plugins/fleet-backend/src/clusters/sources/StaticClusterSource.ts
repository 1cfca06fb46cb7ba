import type {
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetConfig } from '../config/FleetConfig';
import { staticClusterSchema } from './clusterEntrySchema';
import { readClusterEntries } from './readClusterEntries';

/** The clusters of `fleet.clusters.static`. */
export class StaticClusterSource implements ClusterSource {
  readonly name = 'fleet.clusters.static';
  readonly #entries: readonly unknown[];

  static fromConfig(fleet: FleetConfig) {
    return new StaticClusterSource(fleet.clusters.static);
  }

  private constructor(entries: readonly unknown[]) {
    this.#entries = entries;
  }

  list(): Promise<ClusterSourceResult> {
    return readClusterEntries({
      entries: this.#entries,
      key: this.name,
      schema: staticClusterSchema,
    });
  }
}
