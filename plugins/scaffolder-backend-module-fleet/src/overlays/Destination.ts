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
 * What delivers to a cluster: as it is with what is there already, since Argo CD can deliver to a cluster without a trace of its own, and
 * its kinds can be there for Argo Rollouts alone. Of a cluster that nothing is delivered to yet, by what it has.
 */
export async function destinationOf(
  client: FleetClient,
  cluster: Cluster,
  everybody: FleetRequestOptions,
): Promise<Destination> {
  const { name } = cluster;
  const isThere = async (filter: string) => {
    const { items } = await client.listApplications(
      { filter: [filter], limit: 1 },
      everybody,
    );
    return items.length > 0;
  };
  const [flux, own, argocd] = await Promise.all([
    isThere(`engine=flux,cluster=${name}`),
    isThere(`engine=argocd,cluster=${name}`),
    isThere(`engine=argocd,targetCluster=${name}`),
  ]);
  if (flux || argocd) {
    return { cluster, flux, argocd, fromHub: argocd && !own };
  }
  const has = (engine: string) =>
    cluster.engines.some(each => each.installed && each.name === engine);
  return {
    cluster,
    flux: has('flux'),
    argocd: has('argocd') || !has('flux'),
    fromHub: !has('argocd') && !has('flux'),
  };
}

/** What delivers there, in words. */
export function enginesOf({ flux, argocd, fromHub }: Destination): string {
  return [
    flux && 'Flux',
    argocd && (fromHub ? 'the Argo CD of its hub' : 'Argo CD'),
  ]
    .filter(Boolean)
    .join(' and ');
}
