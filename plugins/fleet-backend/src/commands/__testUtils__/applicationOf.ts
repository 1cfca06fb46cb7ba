import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';

/** An application with everything that is required of one. */
export function applicationOf(given: Partial<Application>): Application {
  return {
    id: 'app-1',
    engine: 'flux',
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    cluster: 'one',
    namespace: 'flux-system',
    name: 'web',
    state: 'healthy',
    summary: 'Applied',
    deliveryKey: 'web',
    deliveryKeyBasis: 'source',
    entityRefs: [],
    ownerRefs: [],
    shared: false,
    suspended: false,
    automated: true,
    deleting: false,
    sources: [],
    images: [],
    resourceCount: 0,
    freshness: { stale: false },
    links: [],
    ...given,
  };
}
