import type { FleetRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { chunks } from '../sql/bulk';
import type { EntityQuery } from './EntityQuery';
import { matchesLabels } from './matchesLabels';
import type { QueryContext } from './QueryContext';

/**
 * Which of these applications the label selectors leave. People write Backstage's own selector for what runs: it leaves an
 * application that carries the labels, and one that owns a workload that does.
 */
export async function selectByLabels(
  { database }: QueryContext,
  ids: readonly string[],
  { narrowing: { argocdLabels, labels } }: Pick<EntityQuery, 'narrowing'>,
): Promise<string[]> {
  const left = new Set(ids);
  for (const some of argocdLabels ? chunks(ids) : []) {
    const rows: Row[] = await database('applications')
      .join('records', 'records.id', 'applications.id')
      .whereIn('applications.id', some)
      .where('applications.engine', 'argocd')
      .select('applications.id', 'records.data');
    rows
      .filter(({ data }) => !matchesLabels(argocdLabels!, labelsIn(data)))
      .forEach(({ id }) => left.delete(id));
  }
  if (!labels) {
    return ids.filter(id => left.has(id));
  }
  const labelled = new Set<string>();
  for (const some of chunks([...left])) {
    const own: Row[] = await database('records')
      .whereIn('id', some)
      .select('id', 'data');
    const owned: Row[] = await database('applications')
      .join('records', join =>
        join
          .on('records.cluster', 'applications.target_cluster')
          .on('records.owner_key', 'applications.owner_key'),
      )
      .whereIn('applications.id', some)
      .whereRaw("records.type = 'workload'")
      .select('applications.id', 'records.data');
    [...own, ...owned]
      .filter(({ data }) => matchesLabels(labels, labelsIn(data)))
      .forEach(({ id }) => labelled.add(id));
  }
  return ids.filter(id => labelled.has(id));
}

/** An application, and its own data or that of what it owns. */
interface Row {
  id: string;
  data: string;
}

function labelsIn(data: string): Record<string, string> | undefined {
  const record: Pick<FleetRecord & { type: 'workload' }, 'labels'> =
    JSON.parse(data);
  return record.labels;
}
