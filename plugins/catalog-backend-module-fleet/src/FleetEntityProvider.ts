import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_CLUSTER_NAME,
  KUBERNETES_CLUSTER_TYPE,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { clusterEntity, isOurs } from './clusterEntity';
import type { FleetClusters } from './FleetClusters';
import { Removals } from './Removals';

const locationKey = 'fleet-clusters';

/** Clusters that the catalog itself named to the fleet have their entity already. */
const catalogSource = 'fleet.clusters.catalog';

/** Keeps the catalog's clusters the same as the fleet's. */
export class FleetEntityProvider implements EntityProvider {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #clusters: FleetClusters;
  readonly #defaultOwner: string;
  readonly #logger: LoggerService;
  readonly #removals: Removals;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  /** What was last emitted, by entity ref. */
  readonly #emitted = new Map<string, string>();

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    clusters: FleetClusters;
    /** Entity ref of who owns clusters that no source gives an owner. */
    defaultOwner: string;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    return new FleetEntityProvider(options);
  }

  private constructor(
    options: Parameters<typeof FleetEntityProvider.create>[0],
  ) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#clusters = options.clusters;
    this.#defaultOwner = options.defaultOwner;
    this.#logger = options.logger;
    this.#removals = new Removals(options.logger);
    this.#taskRunner = options.taskRunner;
  }

  getProviderName() {
    return 'fleet';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: 'fleet-cluster-entities',
      fn: async () => {
        try {
          await this.#refresh(connection);
        } catch (error) {
          this.#logger.warn(
            `the catalog keeps its clusters as they are: ${
              toError(error).message
            }`,
          );
        }
      },
    });
  }

  async #refresh(connection: EntityProviderConnection): Promise<void> {
    const { clusters, complete } = await this.#clusters.list();
    const wanted = new Map(
      clusters
        .filter(({ source }) => source !== catalogSource)
        .map(cluster => {
          const entity = clusterEntity({
            cluster,
            defaultOwner: this.#defaultOwner,
          });
          return [stringifyEntityRef(entity), entity];
        }),
    );
    const present = await this.#present();
    const added = [...wanted].filter(
      ([ref, entity]) =>
        !present.has(ref) || this.#emitted.get(ref) !== JSON.stringify(entity),
    );
    const removed = this.#removals.choose({
      present: [...present],
      wanted,
      complete,
    });
    if (added.length === 0 && removed.length === 0) {
      return;
    }
    await connection.applyMutation({
      type: 'delta',
      added: added.map(([, entity]) => ({ entity, locationKey })),
      removed: removed.map(entityRef => ({ entityRef, locationKey })),
    });
    for (const [ref, entity] of added) {
      this.#emitted.set(ref, JSON.stringify(entity));
    }
    removed.forEach(ref => this.#emitted.delete(ref));
  }

  /** Refs of the entities that this provider, in this process or an earlier one, brought into the catalog. */
  async #present(): Promise<Set<string>> {
    const present = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          kind: 'Resource',
          'spec.type': KUBERNETES_CLUSTER_TYPE,
          [`metadata.annotations.${ANNOTATION_CLUSTER_NAME}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      page
        .filter(isOurs)
        .map(stringifyEntityRef)
        .forEach(ref => present.add(ref));
    }
    return present;
  }
}
