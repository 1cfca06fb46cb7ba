import type { Knex } from 'knex';
import type { DeliveryCluster } from '../../drift/delivery/Delivery';

/** Kinds without which it cannot be told what is not on a cluster: applications, and what they deploy. */
const kindsThatTell = [
  'Kustomization',
  'HelmRelease',
  'Application',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
];

/** The clusters that applications are compared on. One is read when it answers and all of these kinds on it were read. */
export async function readDeliveryClusters(
  trx: Knex,
): Promise<DeliveryCluster[]> {
  const rows: {
    name: string;
    environment: string | null;
    region: string | null;
    hub: boolean | number;
    outcome: string;
    found_engines: string | null;
    unread: string | null;
  }[] = await trx('clusters')
    .leftJoin(
      trx('collections')
        .whereIn('kind', kindsThatTell)
        .whereNotIn('outcome', ['ok', 'not-installed'])
        .distinct('cluster')
        .as('unread'),
      'unread.cluster',
      'clusters.name',
    )
    .orderBy('clusters.name')
    .select(
      'clusters.name',
      'clusters.environment',
      'clusters.region',
      'clusters.hub',
      'clusters.outcome',
      'clusters.found_engines',
      'unread.cluster as unread',
    );
  return rows.map(row => ({
    name: row.name,
    environment: row.environment ?? undefined,
    region: row.region ?? undefined,
    hub: Boolean(row.hub),
    engines: row.found_engines ? JSON.parse(row.found_engines) : [],
    read: row.outcome === 'ok' && !row.unread,
  }));
}
