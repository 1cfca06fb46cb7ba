import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  type Cluster,
  FleetClient,
} from '@fleetcommander/backstage-plugin-fleet-common';

const pageSize = 500;

/** Reads the clusters from the fleet backend, as this plugin and not as a user. */
export class FleetClusters {
  readonly #auth: AuthService;
  readonly #client: FleetClient;

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    return new FleetClusters(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#client = new FleetClient({ discoveryApi: options.discovery });
  }

  /** All clusters; `complete` is false when the list changed while it was read, so that absence proves nothing. */
  async list(): Promise<{ clusters: Cluster[]; complete: boolean }> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'fleet',
    });
    const byName = new Map<string, Cluster>();
    const totals = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await this.#client.listClusters(
        { orderField: 'name,asc', limit: pageSize, cursor },
        { token },
      );
      page.items.forEach(cluster => byName.set(cluster.name, cluster));
      totals.add(page.totalItems);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return {
      clusters: [...byName.values()],
      complete: totals.size === 1 && totals.has(byName.size),
    };
  }
}
