import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, type Fields } from '../engines/fields';
import { LAST_APPLIED } from '../secrets/lastApplied';

/** What the API server writes, and nobody wants. */
const bookkeeping = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
];
const annotationsOfClients = [
  LAST_APPLIED,
  'deployment.kubernetes.io/revision',
];

/** The part of an object that somebody can want to be so: neither status nor bookkeeping, nor what names the object. */
export function comparableOf(object: KubernetesObject): Fields {
  const {
    apiVersion: _version,
    kind: _kind,
    status: _status,
    ...rest
  } = object;
  const metadata = without(fieldsOf(object.metadata), bookkeeping);
  const annotations = without(
    fieldsOf(metadata.annotations),
    annotationsOfClients,
  );
  return {
    metadata: {
      ...without(metadata, ['annotations']),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    ...without(rest, ['metadata']),
  };
}

function without(fields: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([key]) => !keys.includes(key)),
  );
}
