import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER_NAME,
  KUBERNETES_CLUSTER_TYPE,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { FleetScope } from './FleetScope';

/**
 * The part of the fleet that is about an entity: of a Component, of what is a sum of them (System, Domain, Group), or of a cluster;
 * `undefined` where there cannot be one.
 *
 * @public
 */
export function fleetScopeOf(entity: Entity): FleetScope | undefined {
  const { kind, metadata, spec } = entity;
  switch (kind.toLocaleLowerCase('en-US')) {
    case 'component':
      return { key: 'entity', value: stringifyEntityRef(entity), sum: false };
    case 'system':
    case 'domain':
    case 'group':
      return { key: 'entity', value: stringifyEntityRef(entity), sum: true };
    case 'resource':
      // An entity's own name may be a sanitised form of the cluster's.
      return spec?.type === KUBERNETES_CLUSTER_TYPE
        ? {
            key: 'cluster',
            sum: true,
            value:
              metadata.annotations?.[ANNOTATION_CLUSTER_NAME] ?? metadata.name,
          }
        : undefined;
    default:
      return undefined;
  }
}
