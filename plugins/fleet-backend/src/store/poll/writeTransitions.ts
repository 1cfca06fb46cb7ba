import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { transitionColumns, type TransitionRow } from '../rows/TransitionRow';
import { chunks, upsert } from '../sql/bulk';
import type { Step } from './foldChange';

type Target = Pick<
  ApplicationRow,
  'id' | 'cluster' | 'at_cluster' | 'target_cluster' | 'target_namespace'
>;

/** Notes the steps of applications, which are written already. */
export async function writeTransitions(
  trx: Knex.Transaction,
  steps: readonly Step[],
  at: Date,
): Promise<void> {
  const targets = new Map<string, Target>();
  for (const ids of chunks([...new Set(steps.map(({ id }) => id))])) {
    const rows: Target[] = await trx('applications')
      .whereIn('id', ids)
      .select(
        'id',
        'cluster',
        'at_cluster',
        'target_cluster',
        'target_namespace',
      );
    rows.forEach(row => targets.set(row.id, row));
  }
  const rows = steps.flatMap((step): TransitionRow[] => {
    const target = targets.get(step.id);
    return target ? [toRow(step, target, at)] : [];
  });
  await upsert(trx, 'transitions', rows, {
    columns: transitionColumns,
    key: ['id'],
  });
}

function toRow(
  { id, record, from, to }: Step,
  target: Target,
  at: Date,
): TransitionRow {
  const turned = from.state !== to.state;
  return {
    id: randomUUID(),
    record_id: id,
    engine: record.engine,
    kind: record.kind,
    cluster: target.cluster,
    at_cluster: target.at_cluster,
    target_cluster: target.target_cluster,
    namespace: record.namespace,
    target_namespace: target.target_namespace,
    name: record.name,
    from_state: from.state,
    to_state: to.state,
    // The object tells since when it is in its state, not since when it runs its version.
    at: (turned && toIso(record.since)) || at.toISOString(),
    summary: record.summary,
    from_version: from.version ?? from.revision,
    to_version: to.version ?? to.revision,
  };
}

function toIso(time: string | undefined): string | undefined {
  const date = time === undefined ? undefined : new Date(time);
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}
