import type {
  Cluster,
  FleetClient,
  FleetRequestOptions,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** A cluster that an application is to run on, and what delivers to it. */
export interface Destination {
  cluster: Cluster;
  flux: boolean;
  argocd: boolean;
  /** Whether the Argo CD that delivers to it runs on another cluster. */
  fromHub: boolean;
}

/**
 * What delivers to a cluster, by what is delivered there already: Argo CD leaves no trace of its own on a cluster that its hub delivers
 * to, and what looks like it may be there for Argo Rollouts alone. Flux is where its kinds are.
 */
export async function destinationOf(
  client: FleetClient,
  cluster: Cluster,
  everybody: FleetRequestOptions,
): Promise<Destination> {
  const { name } = cluster;
  const deliveredBy = async (engine: string, limit: number) => {
    const { items } = await client.listApplications(
      { filter: [`engine=${engine},targetCluster=${name}`], limit },
      everybody,
    );
    return items;
  };
  const [[flux], applications] = await Promise.all([
    deliveredBy('flux', 1),
    // No filter tells those that live there from those that live on its hub.
    deliveredBy('argocd', 500),
  ]);
  const argocd = applications.length > 0;
  const hasFlux = cluster.engines.some(
    engine => engine.installed && engine.name === 'flux',
  );
  return {
    cluster,
    flux: flux !== undefined || (hasFlux && !argocd),
    argocd,
    fromHub: argocd && applications.every(({ cluster: home }) => home !== name),
  };
}

/** What delivers there, in words. */
export function enginesOf({ flux, argocd, fromHub }: Destination): string {
  const engines = [
    flux && 'Flux',
    argocd && (fromHub ? 'the Argo CD of its hub' : 'Argo CD'),
  ].filter(Boolean);
  return engines.join(' and ') || 'nothing that is known of yet';
}
