import type { Knex } from 'knex';
import { markDeliveries } from '../drift/markDeliveries';
import { markRelinks } from '../policy/markRelinks';
import type { ResolvedColumns } from '../rows/ApplicationRow';
import { resolvedColumns } from '../rows/ApplicationRow';
import { updateById } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { deleteLinks, insertLinks, linkedOtherwise } from './linkRows';
import { resolveApplications } from './resolveApplications';
import type { Resolution } from './ResolutionInputs';

type StoredResolution = ResolvedColumns & {
  id: string;
  cluster: string;
  data: string;
};

/** Resolves applications that are stored already again, and writes what differs. Answers how many did. */
export async function reresolve(
  trx: Knex.Transaction,
  resolution: Resolution,
  which: (applications: Knex.QueryBuilder) => void,
): Promise<number> {
  const rows: object[] = await trx('applications')
    .join('records', 'records.id', 'applications.id')
    .where(which)
    .select(
      'applications.id',
      'applications.cluster',
      'records.data',
      ...resolvedColumns.map(column => `applications.${column}`),
    );
  if (rows.length === 0) {
    return 0;
  }
  const stored = rows.map(row => withoutNulls<StoredResolution>(row));
  const resolved = await resolveApplications(
    trx,
    resolution,
    stored.map(({ id, cluster, data }) => ({
      id,
      cluster,
      application: JSON.parse(data),
    })),
  );
  const before = new Map(stored.map(row => [row.id, row]));
  const changed = resolved.filter(({ id, columns }) =>
    resolvedColumns.some(name => before.get(id)?.[name] !== columns[name]),
  );
  await updateById(
    trx,
    'applications',
    changed
      .map(({ id, columns }) => ({ id, ...columns }))
      // Two transactions that update the same applications do so in one order.
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    resolvedColumns,
  );
  await markDeliveries(
    trx,
    changed.flatMap(({ id, columns }) => [
      columns.delivery_key,
      before.get(id)?.delivery_key ?? columns.delivery_key,
    ]),
  );
  await markRelinks(
    trx,
    changed.flatMap(({ id, columns }) => [
      columns.at_cluster,
      before.get(id)?.at_cluster ?? columns.at_cluster,
    ]),
  );
  const relinked = changed.filter(({ id, columns }) =>
    linkedOtherwise(before.get(id), columns),
  );
  await deleteLinks(
    trx,
    relinked.flatMap(({ id }) => before.get(id) ?? []),
  );
  await insertLinks(trx, relinked);
  return changed.length;
}
