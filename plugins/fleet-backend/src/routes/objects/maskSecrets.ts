import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const MASK = '••••••';

/** The object as people may see it: values of a Secret masked, bookkeeping of field managers left out. */
export function maskSecrets(object: KubernetesObject): {
  object: KubernetesObject;
  masked: boolean;
} {
  const { managedFields: _managedFields, ...metadata } = object.metadata;
  const shown: KubernetesObject = { ...object, metadata };
  if (object.kind !== 'Secret') {
    return { object: shown, masked: false };
  }
  const { [LAST_APPLIED]: _lastApplied, ...annotations } =
    metadata.annotations ?? {};
  for (const field of ['data', 'stringData']) {
    const values = object[field];
    if (values && typeof values === 'object') {
      shown[field] = Object.fromEntries(
        Object.keys(values).map(key => [key, MASK]),
      );
    }
  }
  return {
    object: { ...shown, metadata: { ...metadata, annotations } },
    masked: true,
  };
}
