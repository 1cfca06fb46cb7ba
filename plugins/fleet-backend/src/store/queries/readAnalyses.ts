import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  AnalysisRecord,
  CanaryRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { chunks } from '../sql/bulk';
import type { QueryContext } from './QueryContext';
import type { SeenRecord } from './readRecords';

type Measured = Pick<Canary, 'metrics' | 'failedChecks' | 'threshold'>;

/** By the ids of canaries, what is measured of the version that comes; of what was measured twice, the latest. */
export async function readAnalyses(
  { database }: QueryContext,
  canaries: readonly SeenRecord<CanaryRecord>[],
): Promise<Map<string, Measured>> {
  const revisions = new Map(
    canaries.map(({ id, record }) => [id, record.revision]),
  );
  const runs: { canary: string; run: AnalysisRecord }[] = [];
  for (const ids of chunks([...revisions.keys()])) {
    const rows: { parent_id: string; data: string }[] = await database(
      'records',
    )
      .whereIn('parent_id', ids)
      .where('type', 'analysis')
      .select('parent_id', 'data');
    for (const { parent_id: canary, data } of rows) {
      const run: AnalysisRecord = JSON.parse(data);
      if (run.revision === revisions.get(canary)) {
        runs.push({ canary, run });
      }
    }
  }
  runs.sort((a, b) => ((a.run.since ?? '') < (b.run.since ?? '') ? -1 : 1));
  const measured = new Map<string, Measured>();
  for (const { canary, run } of runs) {
    const { metrics: earlier = [], ...counts } = measured.get(canary) ?? {};
    const names = new Set(run.metrics.map(({ name }) => name));
    const isWorse = (run.failedChecks ?? 0) >= (counts.failedChecks ?? 0);
    measured.set(canary, {
      metrics: [
        ...earlier.filter(({ name }) => !names.has(name)),
        ...run.metrics,
      ],
      ...(isWorse
        ? { failedChecks: run.failedChecks, threshold: run.threshold }
        : counts),
    });
  }
  return measured;
}
