import type { Knex } from 'knex';
import {
  LeaseLostError,
  type ClusterChange,
  type ClusterLease,
} from '../FleetPollStore';
import type { ClusterRow } from '../rows/ClusterRow';
import { withoutNulls } from '../sql/withoutNulls';

/**
 * Takes the cluster's row for the rest of the transaction, and notes how the contact with it went. Throws {@link LeaseLostError}
 * when the cluster is another's.
 */
export async function fence(
  trx: Knex.Transaction,
  lease: ClusterLease,
  { contact }: ClusterChange,
): Promise<ClusterRow> {
  const { cluster, replica, epoch } = lease;
  const [row]: object[] = await trx('clusters')
    .where({ name: cluster, replica, epoch })
    .update({
      epoch,
      ...(contact && contactColumns(contact)),
    })
    .returning('*');
  if (!row) {
    throw new LeaseLostError(
      `Cluster ${cluster} is no longer polled by ${replica} in epoch ${epoch}`,
    );
  }
  return withoutNulls<ClusterRow>(row);
}

function contactColumns(contact: NonNullable<ClusterChange['contact']>) {
  const { reachability, uid, version, resourceVersion, engines } = contact;
  return {
    outcome: reachability.outcome,
    message: reachability.message ?? null,
    outcome_since: reachability.since ?? null,
    last_contact_at: reachability.lastContactAt ?? null,
    ...(uid !== undefined && { uid }),
    ...(version !== undefined && { version }),
    ...(resourceVersion !== undefined && { resource_version: resourceVersion }),
    ...(engines && { found_engines: JSON.stringify([...engines].sort()) }),
  };
}
