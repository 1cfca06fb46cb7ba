import type { Knex } from 'knex';
import type { CollectionState } from '../FleetPollStore';
import { toCollectionState, type CollectionRow } from '../rows/CollectionRow';
import { withoutNulls } from '../sql/withoutNulls';
import type { QueryContext } from './QueryContext';

/** How far each kind of a cluster has been read, and how many records came of it. */
export async function listCollections(
  { database }: QueryContext,
  cluster: string,
): Promise<(CollectionState & { records: number })[]> {
  const rows: object[] = await database('collections')
    .where({ cluster })
    .orderBy('collection');
  const counts = await Promise.all(
    // Of kinds that are read for overrides alone there are no records, and what reports say is kept elsewhere.
    ['git_owned', 'policy_tallies', 'records'].map(table =>
      countByCollection(database, table, cluster),
    ),
  );
  const records = new Map(counts.flat());
  return rows.map(row => {
    const collection = withoutNulls<CollectionRow>(row);
    return {
      ...toCollectionState(collection),
      records: records.get(collection.collection) ?? 0,
    };
  });
}

async function countByCollection(
  database: Knex,
  table: string,
  cluster: string,
): Promise<[collection: string, count: number][]> {
  const counts: { collection: string; count: number | string }[] =
    await database(table)
      .where({ cluster })
      .groupBy('collection')
      .select('collection')
      .count({ count: '*' });
  return counts.map(({ collection, count }) => [collection, Number(count)]);
}
