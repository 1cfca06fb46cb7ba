import type { Cluster } from '@fleetcommander/backstage-plugin-fleet-common';
import type { DeliveryKind } from './deliveryKinds';
import type { RenderedDelivery } from './RenderedApplication';

/** The object that has a cluster apply its overlay: of what was rendered, the first that an engine there understands. */
export function chooseDelivery(
  cluster: Cluster,
  deliveries: readonly RenderedDelivery[],
): RenderedDelivery | undefined {
  return deliveries.find(({ manifest }) =>
    isUnderstood(cluster, manifest.kind as DeliveryKind),
  );
}

/** Whether no engine of its own delivers to a cluster, so that the Argo CD of its hub does. */
export function isDeliveredFromHub(cluster: Cluster): boolean {
  return !runs(cluster, 'flux') && !runs(cluster, 'argocd');
}

/** Which engines those that delivered there would have to be, in words. */
export function enginesOf(cluster: Cluster): string {
  const own = ['flux', 'argocd'].filter(engine => runs(cluster, engine));
  return own.join(' and ') || 'neither Flux nor Argo CD';
}

function isUnderstood(cluster: Cluster, kind: DeliveryKind): boolean {
  switch (kind) {
    case 'Kustomization':
      return runs(cluster, 'flux');
    case 'Application':
      return runs(cluster, 'argocd') || isDeliveredFromHub(cluster);
    default:
      // It generates the Applications of all clusters, wherever they are.
      return false;
  }
}

function runs({ engines }: Cluster, engine: string): boolean {
  return engines.some(({ name, installed }) => installed && name === engine);
}
