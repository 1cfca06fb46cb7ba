import type { Knex } from 'knex';
import { linkWorkload } from '../../ownership/linkWorkload';
import type { RecordRow } from '../rows/RecordRow';
import { updateById } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { linkColumns } from './linkColumns';
import { deleteLinks, insertLinks, linkedOtherwise } from './linkRows';
import { reresolve } from './reresolve';
import type { Resolution } from './ResolutionInputs';

/**
 * Brings links, targets and delivery keys of all records up to date, cluster by cluster. Workloads come first, as applications go
 * by them. Answers how many records changed.
 */
export async function resolveFleet(
  database: Knex,
  resolution: Resolution,
): Promise<number> {
  const clusters: string[] = await database('clusters').pluck('name');
  let changed = 0;
  for (const step of [relinkWorkloads, resolveCluster]) {
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

type WorkloadLinks = Pick<
  RecordRow,
  'id' | 'namespace' | 'proofs' | 'entity_refs' | 'owner_refs' | 'link_basis'
>;

async function relinkWorkloads(
  trx: Knex.Transaction,
  { entities, settings }: Resolution,
  cluster: string,
): Promise<number> {
  const rows: object[] = await trx('records')
    .whereRaw("type = 'workload'")
    .where({ cluster })
    .select(
      'id',
      'namespace',
      'proofs',
      'entity_refs',
      'owner_refs',
      'link_basis',
    );
  const changed = rows.flatMap(row => {
    const before = withoutNulls<WorkloadLinks>(row);
    const links = linkWorkload(
      {
        proofs: before.proofs ? JSON.parse(before.proofs) : undefined,
        namespace: before.namespace,
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
  await deleteLinks(
    trx,
    changed.map(({ before }) => before),
  );
  await insertLinks(trx, changed);
  return changed.length;
}
