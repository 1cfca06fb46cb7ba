import type { Outcome } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';

/** A kind of a cluster that was not read. */
export interface Unread {
  cluster: string;
  engine: string;
  kind: string;
  outcome: Outcome;
}

/** Kinds of these engines that were not read, and namespaces, whose labels are policies. */
export async function readUnread(
  database: Knex,
  of: { engines: readonly string[]; cluster?: string },
): Promise<Unread[]> {
  const { engines, cluster } = of;
  return database('collections')
    .where(cluster === undefined ? {} : { cluster })
    .whereNotIn('outcome', ['ok', 'not-installed'])
    .where(telling =>
      telling
        .whereIn('engine', engines)
        .orWhere({ engine: 'kubernetes', kind: 'Namespace' }),
    )
    .orderBy('kind')
    .select('cluster', 'engine', 'kind', 'outcome');
}

export function unreadInWords({ kind, outcome }: Unread): string {
  return `${kind} could not be read: ${outcome.replaceAll('-', ' ')}`;
}
