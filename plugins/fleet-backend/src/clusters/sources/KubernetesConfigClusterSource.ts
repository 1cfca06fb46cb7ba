import type {
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { kubernetesClusterSchema } from './clusterEntrySchema';
import { readClusterEntries } from './readClusterEntries';

/** The clusters that a `config` method of the Kubernetes plugin lists. */
export class KubernetesConfigClusterSource implements ClusterSource {
  readonly name: string;
  readonly #clusters: unknown;

  constructor(options: {
    /** The config key of the method: `kubernetes.clusterLocatorMethods[0]`. */
    key: string;
    clusters: unknown;
  }) {
    this.name = options.key;
    this.#clusters = options.clusters;
  }

  async list(): Promise<ClusterSourceResult> {
    const key = `${this.name}.clusters`;
    if (!Array.isArray(this.#clusters)) {
      return {
        clusters: [],
        problems: [{ key, message: 'has to be a list of clusters' }],
        complete: false,
      };
    }
    return readClusterEntries({
      entries: this.#clusters,
      key,
      schema: kubernetesClusterSchema,
    });
  }
}
