import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import type { CanaryRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { recordId } from '../poll/recordId';
import { chunks } from '../sql/bulk';
import type { QueryContext } from './QueryContext';
import { readAnalyses } from './readAnalyses';
import { shownOf, type SeenRecord } from './readRecords';

/**
 * Canaries as screens have them. One that names no versions has those of its target and of its primary; one that is measured by
 * objects of their own has what these say of the version that comes.
 */
export async function toCanaries(
  context: QueryContext,
  seen: readonly SeenRecord<CanaryRecord>[],
): Promise<Canary[]> {
  const versions = await readVersions(
    context,
    seen.flatMap(canary => Object.values(workloadsOf(canary))),
  );
  const analyses = await readAnalyses(context, seen);
  return seen.map(canary => {
    const { record } = canary;
    const measured = analyses.get(canary.id);
    const { target, primary } = workloadsOf(canary);
    return {
      ...shownOf(canary),
      phase: record.phase,
      target: record.target,
      step: record.step,
      steps: record.steps,
      weight: record.weight,
      maxWeight: record.maxWeight,
      failedChecks: record.failedChecks ?? measured?.failedChecks,
      threshold: record.threshold ?? measured?.threshold,
      iterations: record.iterations,
      metrics: record.metrics ?? measured?.metrics,
      wanted: record.wanted ?? versions.get(target ?? ''),
      running: record.running ?? versions.get(primary ?? ''),
    };
  });
}

/** The ids of what a canary tries and of what runs meanwhile; of one that is a workload itself there are none. */
function workloadsOf({ cluster, record }: SeenRecord<CanaryRecord>): {
  target?: string;
  primary?: string;
} {
  const [kind, name] = record.target?.split('/') ?? [];
  if (record.engine !== 'flagger' || !name) {
    return {};
  }
  const { namespace } = record;
  const idOf = (workload: string) =>
    recordId(cluster, {
      apiVersion: 'apps/v1',
      kind,
      namespace,
      name: workload,
      type: 'workload',
    });
  return { target: idOf(name), primary: idOf(`${name}-primary`) };
}

async function readVersions(
  { database }: QueryContext,
  ids: readonly string[],
): Promise<Map<string, string | undefined>> {
  const versions = new Map<string, string | undefined>();
  for (const some of chunks(ids)) {
    const rows: { id: string; version: string | null }[] = await database(
      'records',
    )
      .whereIn('id', some)
      .select('id', 'version');
    rows.forEach(({ id, version }) => versions.set(id, version ?? undefined));
  }
  return versions;
}
