import { KubernetesObject } from '../../types';

/** The Kustomization on the hub that applies the claims of the fleet's repository. */
export const claimsKustomization = { name: 'claims', namespace: 'flux-system' };

/** An object as kustomize-controller marks what it applies. */
export function fromKustomization(
  object: KubernetesObject,
  { name, namespace } = claimsKustomization,
): KubernetesObject {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        'kustomize.toolkit.fluxcd.io/name': name,
        'kustomize.toolkit.fluxcd.io/namespace': namespace,
      },
    },
  };
}
