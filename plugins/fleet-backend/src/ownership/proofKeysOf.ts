import {
  ANNOTATION_DELIVERY_KEY,
  ANNOTATION_ENTITY,
  KUBERNETES_ID,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { OwnershipConfig } from './OwnershipConfig';

/** Keys of the labels and annotations that projections have to copy, so that ownership can be proven. */
export function proofKeysOf(config: OwnershipConfig): string[] {
  return [
    ...new Set([
      ANNOTATION_ENTITY,
      ANNOTATION_DELIVERY_KEY,
      KUBERNETES_ID,
      ...config.annotations.map(({ key }) => key),
      ...config.labels.map(({ key }) => key),
    ]),
  ];
}
