import type { Knex } from 'knex';
import type { Filter } from '../../FleetQueryStore';
import { applyFilter, column, type FilterKeys } from '../filters';

/** What the columns of the coverage can be filtered by; every other key is for its rows. */
const columnFilters: FilterKeys = {
  cluster: column('clusters.name'),
  environment: column('clusters.environment'),
  region: column('clusters.region'),
  'label.'(query, values, key) {
    query.whereIn('clusters.name', labelled =>
      labelled
        .from('cluster_labels')
        .where({ key })
        .whereIn('value', [...values])
        .select('cluster'),
    );
  },
};

/** Narrows a query on `clusters` to the columns that a filter asks for. */
export function whereColumn(
  query: Knex.QueryBuilder,
  filter: Filter | undefined,
): void {
  applyFilter(query, partOf(filter, isOfColumns), columnFilters);
}

/** What a filter asks of the rows. */
export function rowFilter(filter: Filter | undefined): Filter | undefined {
  return partOf(filter, key => !isOfColumns(key));
}

function isOfColumns(key: string): boolean {
  return Object.keys(columnFilters).some(known =>
    known.endsWith('.') ? key.startsWith(known) : key === known,
  );
}

function partOf(
  filter: Filter | undefined,
  isPart: (key: string) => boolean,
): Filter | undefined {
  return filter?.map(conjunction =>
    Object.fromEntries(
      Object.entries(conjunction).filter(([key]) => isPart(key)),
    ),
  );
}
