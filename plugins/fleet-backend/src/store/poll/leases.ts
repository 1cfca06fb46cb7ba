import type { Knex } from 'knex';
import type { ClusterLease } from '../FleetPollStore';
import { upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';

/** Says that the replica lives; answers how many do. */
export async function heartbeat(
  database: Knex,
  options: { replica: string; now: Date; ttlSeconds: number },
): Promise<number> {
  const { replica, now, ttlSeconds } = options;
  return database.transaction(async trx => {
    await upsert(
      trx,
      'replicas',
      [{ name: replica, seen_until: later(now, ttlSeconds) }],
      { columns: ['name', 'seen_until'], key: ['name'] },
    );
    await trx('replicas').where('seen_until', '<', now.toISOString()).delete();
    const [{ alive }] = await trx('replicas').count({ alive: '*' });
    return Number(alive);
  });
}

/** Leases clusters that nobody holds. The epoch rises with each, so that whatever was leased before can write no more. */
export async function claimClusters(
  database: Knex,
  options: { replica: string; limit: number; now: Date; leaseSeconds: number },
): Promise<ClusterLease[]> {
  const { replica, limit, now, leaseSeconds } = options;
  return database.transaction(async trx => {
    const free = trx('clusters')
      .where(clusters =>
        clusters
          .whereNull('lease_until')
          .orWhere('lease_until', '<', now.toISOString()),
      )
      .orderBy('name')
      .limit(limit)
      .select<{ name: string }[]>('name');
    const isPostgres = trx.client.config.client === 'pg';
    const names = await (isPostgres ? free.forUpdate().skipLocked() : free);
    const claimed: ClusterLease[] = await trx('clusters')
      .whereIn(
        'name',
        names.map(({ name }) => name),
      )
      .update({
        replica,
        lease_until: later(now, leaseSeconds),
        epoch: trx.raw('epoch + 1'),
      })
      .returning(['name as cluster', 'replica', 'epoch']);
    return claimed;
  });
}

/** Renews leases that are still held; answers which are not. */
export async function renewLeases(
  database: Knex,
  leases: readonly ClusterLease[],
  options: { now: Date; leaseSeconds: number },
): Promise<{ lost: ClusterLease[] }> {
  const lost: ClusterLease[] = [];
  const { now, leaseSeconds } = options;
  for (const [replica, held] of groupBy(leases, lease => lease.replica)) {
    const renewed: { name: string; epoch: number }[] = await database(
      'clusters',
    )
      .where({ replica })
      .whereIn(
        ['name', 'epoch'],
        held.map(({ cluster, epoch }) => [cluster, epoch]),
      )
      .update({ lease_until: later(now, leaseSeconds) })
      .returning(['name', 'epoch']);
    const names = new Set(renewed.map(({ name }) => name));
    lost.push(...held.filter(({ cluster }) => !names.has(cluster)));
  }
  return { lost };
}

/** Notes that clusters answered, if they are still held. */
export async function touchClusters(
  database: Knex,
  leases: readonly ClusterLease[],
  { at }: { at: Date },
): Promise<void> {
  for (const [replica, held] of groupBy(leases, lease => lease.replica)) {
    await database('clusters')
      .where({ replica })
      .whereIn(
        ['name', 'epoch'],
        held.map(({ cluster, epoch }) => [cluster, epoch]),
      )
      .update({ last_contact_at: at.toISOString() });
  }
}

/** Lets go of a cluster, if it is still held. */
export async function releaseCluster(
  database: Knex,
  { cluster, replica, epoch }: ClusterLease,
): Promise<void> {
  await database('clusters')
    .where({ name: cluster, replica, epoch })
    .update({ lease_until: null });
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1_000).toISOString();
}
