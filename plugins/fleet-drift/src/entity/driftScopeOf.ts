import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_CLUSTER_NAME,
  KUBERNETES_CLUSTER_TYPE,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftScope } from '../ledger/DriftScope';

/** The part of the ledger that is about an entity; none where there cannot be one. */
export function driftScopeOf(entity: Entity): DriftScope | undefined {
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
