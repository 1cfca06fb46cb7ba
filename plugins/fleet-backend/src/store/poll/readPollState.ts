import type { Reachability } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { NotFoundError } from '@backstage/errors';
import type { ClusterPollState } from '../FleetPollStore';
import type { ClusterRow } from '../rows/ClusterRow';
import { toCollectionState, type CollectionRow } from '../rows/CollectionRow';
import { withoutNulls } from '../sql/withoutNulls';

/** Where the last poller stopped. */
export async function readPollState(
  database: Knex,
  name: string,
): Promise<ClusterPollState> {
  const row = await database('clusters').where({ name }).first();
  if (!row) {
    throw new NotFoundError(`No cluster ${name} in the fleet`);
  }
  const cluster = withoutNulls<ClusterRow>(row);
  const collections: object[] = await database('collections').where({
    cluster: name,
  });
  return {
    uid: cluster.uid,
    version: cluster.version,
    reachability: toReachability(cluster),
    resourceVersion: cluster.resource_version,
    collections: collections.map(collection =>
      toCollectionState(withoutNulls<CollectionRow>(collection)),
    ),
  };
}

/** How the last attempts to reach a cluster went. */
export function toReachability(cluster: ClusterRow): Reachability {
  return {
    outcome: cluster.outcome,
    since: cluster.outcome_since,
    message: cluster.message,
    lastContactAt: cluster.last_contact_at,
  };
}
