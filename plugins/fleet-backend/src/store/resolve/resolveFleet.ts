import type { Knex } from 'knex';
import { linkedTypes, linkRecord } from '../../ownership/linkRecord';
import { markRelinks } from '../policy/markRelinks';
import type { RecordRow } from '../rows/RecordRow';
import { updateById } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { linkColumns } from './linkColumns';
import { deleteLinks, insertLinks, linkedOtherwise } from './linkRows';
import { reresolve } from './reresolve';
import type { Resolution } from './ResolutionInputs';

/**
 * Brings links, targets and delivery keys of all records up to date, cluster by cluster. What is linked by itself comes
 * first, as applications go by their workloads. Answers how many records changed.
 */
export async function resolveFleet(
  database: Knex,
  resolution: Resolution,
): Promise<number> {
  const clusters: string[] = await database('clusters').pluck('name');
  let changed = 0;
  for (const step of [relinkRecords, resolveCluster]) {
    for (const cluster of clusters) {
      changed += await database.transaction(async trx => {
        await lockCluster(trx, cluster);
        return step(trx, resolution, cluster);
      });
    }
  }
  return changed;
}

/** Keeps pollers from writing the cluster meanwhile. SQLite has one writer anyway. */
async function lockCluster(trx: Knex.Transaction, name: string): Promise<void> {
  await trx('clusters').where({ name }).forUpdate().select('name');
}

function resolveCluster(
  trx: Knex.Transaction,
  resolution: Resolution,
  cluster: string,
): Promise<number> {
  return reresolve(trx, resolution, applications =>
    applications.where('applications.cluster', cluster),
  );
}

type RecordLinks = Pick<
  RecordRow,
  | 'id'
  | 'type'
  | 'namespace'
  | 'name'
  | 'proofs'
  | 'entity_refs'
  | 'owner_refs'
  | 'link_basis'
>;

async function relinkRecords(
  trx: Knex.Transaction,
  { entities, settings }: Resolution,
  cluster: string,
): Promise<number> {
  const rows: object[] = await trx('records')
    .where({ cluster })
    .whereIn('type', [...linkedTypes])
    .select(
      'id',
      'type',
      'namespace',
      'name',
      'proofs',
      'entity_refs',
      'owner_refs',
      'link_basis',
    );
  const changed = rows.flatMap(row => {
    const before = withoutNulls<RecordLinks>(row);
    const links = linkRecord(
      {
        ...before,
        proofs: before.proofs ? JSON.parse(before.proofs) : undefined,
      },
      entities,
      settings.ownership,
    );
    const columns = linkColumns(links);
    return linkedOtherwise(before, columns) ||
      before.link_basis !== columns.link_basis
      ? [{ id: before.id, before, links, ...columns }]
      : [];
  });
  await updateById(trx, 'records', changed, [
    'entity_refs',
    'owner_refs',
    'link_basis',
  ]);
  await markRelinks(trx, changed.length > 0 ? [cluster] : []);
  await deleteLinks(
    trx,
    changed.map(({ before }) => before),
  );
  await insertLinks(trx, changed);
  return changed.length;
}
