import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_CLUSTERS,
  ANNOTATION_CLUSTER_NAME,
  KUBERNETES_CLUSTER_TYPE,
  type EntityView,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetDriftStore } from '../../store/FleetDriftStore';
import type { FleetPolicyStore } from '../../store/FleetPolicyStore';
import type {
  Access,
  Filter,
  FleetQueryStore,
} from '../../store/FleetQueryStore';
import { membersOf } from './membersOf';
import { narrowingOf } from './narrowingOf';
import { sharedIdOf } from './sharedIdOf';

export interface EntityViewsOptions {
  store: FleetQueryStore &
    Pick<FleetDriftStore, 'listDrifts'> &
    Pick<FleetPolicyStore, 'getEntityPolicy'>;
  catalog: CatalogService;
  /** Names, in promotion order. */
  environments: readonly string[];
}

/** Of drift, and of blind spots: the worst, and all of them counted. */
const mostDrifts = 20;

/** What the tab of an entity shows, for a caller. */
export class EntityViews {
  static create(options: EntityViewsOptions): EntityViews {
    return new EntityViews(options);
  }

  private constructor(private readonly options: EntityViewsOptions) {}

  /** Throws NotFoundError when the caller's catalog has no such entity. */
  async get(
    ref: string | CompoundEntityRef,
    caller: { credentials: BackstageCredentials; access: Access },
    {
      drift: withDrift = true,
      policy: withPolicy = true,
    }: { drift?: boolean; policy?: boolean } = {},
  ): Promise<EntityView> {
    const { store, catalog, environments } = this.options;
    const { credentials, access } = caller;
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `No entity ${typeof ref === 'string' ? ref : stringifyEntityRef(ref)}`,
      );
    }
    const cluster = clusterOf(entity);
    const { narrowing, problems } = narrowingOf(entity);
    const named = (narrowing.clusters ?? []).map(name => ({
      key: ANNOTATION_CLUSTERS,
      name,
    }));
    if (cluster) {
      named.push({ key: ANNOTATION_CLUSTER_NAME, name: cluster });
    }
    for (const { key, name } of named) {
      if (!(await store.getCluster(name, access))) {
        problems.push({
          key,
          message: `There is no cluster ${JSON.stringify(
            name,
          )} in the fleet that you may see.`,
        });
      }
    }
    const entityRef = stringifyEntityRef(entity);
    const members = await membersOf({ entity, catalog, credentials });
    const view = await store.getEntity({
      entityRef,
      members,
      cluster,
      narrowing,
      access,
    });
    if (view.applications.length === 0) {
      problems.push(...(await sharedIdOf({ entity, catalog, credentials })));
    }
    return {
      ...view,
      problems,
      environments: [...environments],
      ...(withDrift &&
        (await this.driftOf(
          cluster
            ? { cluster: [cluster] }
            : { entity: [entityRef, ...members] },
          access,
        ))),
      ...(withPolicy && {
        policy: await store.getEntityPolicy({
          access,
          cluster,
          entityRefs: [entityRef, ...members],
        }),
      }),
    };
  }

  private async driftOf(
    scope: Filter[number],
    access: Access,
  ): Promise<Pick<EntityView, 'drift' | 'blindSpots'>> {
    const { store } = this.options;
    const query = { access, limit: mostDrifts };
    return {
      drift: await store.listDrifts({ ...query, filter: [scope] }),
      blindSpots: await store.listDrifts({
        ...query,
        filter: [{ ...scope, kind: ['frozen'] }],
      }),
    };
  }
}

function clusterOf(entity: Entity): string | undefined {
  if (
    entity.kind !== 'Resource' ||
    entity.spec?.type !== KUBERNETES_CLUSTER_TYPE
  ) {
    return undefined;
  }
  return (
    entity.metadata.annotations?.[ANNOTATION_CLUSTER_NAME] ??
    entity.metadata.name
  );
}
