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
  const counts: { collection: string; count: number | string }[] =
    await database('records')
      .where({ cluster })
      .groupBy('collection')
      .select('collection')
      .count({ count: '*' });
  const records = new Map(
    counts.map(({ collection, count }) => [collection, Number(count)]),
  );
  return rows.map(row => {
    const collection = withoutNulls<CollectionRow>(row);
    return {
      ...toCollectionState(collection),
      records: records.get(collection.collection) ?? 0,
    };
  });
}
