import type { Freshness } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { freshnessOf, type Observation } from './freshnessOf';
import type { QueryContext } from './QueryContext';

/** What a query selects to tell how fresh its records are. */
export interface ObservedRow {
  outcome: Observation['outcome'];
  message?: string;
  collection_outcome?: Observation['collectionOutcome'];
  collection_message?: string;
  observed_at?: string;
  every_seconds?: number;
}

/** Columns of an {@link ObservedRow}, for a query that joins `collections` and, under the name given, `clusters`. */
export function observedColumns(database: Knex, clusters: string) {
  return [
    `${clusters}.outcome`,
    `${clusters}.message`,
    'collections.outcome as collection_outcome',
    'collections.message as collection_message',
    'collections.every_seconds',
    database.raw(
      'case when collections.held then ?? else collections.proven_at end as observed_at',
      [`${clusters}.last_contact_at`],
    ),
  ];
}

export function observedFreshness(
  row: ObservedRow,
  context: QueryContext,
): Freshness {
  return freshnessOf(
    {
      outcome: row.outcome,
      message: row.message,
      collectionOutcome: row.collection_outcome,
      collectionMessage: row.collection_message,
      observedAt: row.observed_at,
      everySeconds: row.every_seconds,
    },
    context,
  );
}
