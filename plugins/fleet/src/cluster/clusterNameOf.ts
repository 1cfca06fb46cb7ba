import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_CLUSTER_NAME } from '@fleetcommander/backstage-plugin-fleet-common';

/** The name by which the fleet knows the cluster; an entity's own name may be a sanitised form of it. */
export function clusterNameOf(entity: Entity): string {
  return (
    entity.metadata.annotations?.[ANNOTATION_CLUSTER_NAME] ??
    entity.metadata.name
  );
}
