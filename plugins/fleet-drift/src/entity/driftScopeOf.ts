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
      return { key: 'entity', value: stringifyEntityRef(entity) };
    case 'group':
      return { key: 'owner', value: stringifyEntityRef(entity) };
    case 'resource':
      // An entity's own name may be a sanitised form of the cluster's.
      return spec?.type === KUBERNETES_CLUSTER_TYPE
        ? {
            key: 'cluster',
            value:
              metadata.annotations?.[ANNOTATION_CLUSTER_NAME] ?? metadata.name,
          }
        : undefined;
    default:
      return undefined;
  }
}
