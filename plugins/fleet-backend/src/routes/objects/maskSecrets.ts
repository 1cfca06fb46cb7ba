import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { hideSecrets } from '../../secrets/hideSecrets';
import { LAST_APPLIED } from '../../secrets/lastApplied';
import { MASK } from '../../secrets/SecretValue';

/**
 * The object as people may see it: values of a Secret and what looks like one masked, bookkeeping of field managers and of
 * `kubectl apply`, which repeats the values, left out.
 */
export function maskSecrets(object: KubernetesObject): {
  object: KubernetesObject;
  masked: boolean;
} {
  const { managedFields: _managedFields, ...metadata } = object.metadata;
  const { [LAST_APPLIED]: _lastApplied, ...annotations } =
    metadata.annotations ?? {};
  const shown: KubernetesObject = JSON.parse(
    JSON.stringify(
      hideSecrets({
        ...object,
        metadata: { ...metadata, ...(metadata.annotations && { annotations }) },
      }),
    ),
  );
  return { object: shown, masked: JSON.stringify(shown).includes(MASK) };
}
