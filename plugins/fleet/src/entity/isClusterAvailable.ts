import type { Entity } from '@backstage/catalog-model';
import { KUBERNETES_CLUSTER_TYPE } from '@fleetcommander/backstage-plugin-fleet-common';

/**
 * Whether the entity is a cluster of the fleet.
 *
 * @public
 */
export function isClusterAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === KUBERNETES_CLUSTER_TYPE
  );
}
