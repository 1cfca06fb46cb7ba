import type { Knex } from 'knex';
import { HiddenClusters } from '../../../promotion/HiddenClusters';
import type { Access } from '../../FleetQueryStore';
import type { RunningStage } from '../../promotion/readStageClusters';
import { groupBy } from '../../sql/groupBy';

/**
 * Which clusters of a pipeline its answers must not name, where it is not among those that run what the caller sees.
 *
 * @param told - names of clusters that are kept of pipelines besides, such as of what no longer runs there.
 */
export async function hiddenClusters(
  database: Knex,
  ids: readonly string[],
  { access, running }: { access: Access; running: readonly RunningStage[] },
  told: readonly { pipelineId: string; cluster: string }[] = [],
): Promise<(pipelineId: string) => HiddenClusters> {
  if (access.applications === true && access.clusters === true) {
    const none = new HiddenClusters([]);
    return () => none;
  }
  const delivered: { pipelineId: string; cluster: string }[] = await database(
    'promotion_overlays',
  )
    .join(
      'applications',
      'applications.source_key',
      'promotion_overlays.source_key',
    )
    .whereIn('promotion_overlays.application_id', [...ids])
    .distinct({
      pipelineId: 'promotion_overlays.application_id',
      cluster: 'applications.at_cluster',
    });
  const seen = new Set(
    running.map(({ pipelineId, cluster }) => `${pipelineId} ${cluster}`),
  );
  const hidden = groupBy(
    [...delivered, ...told].filter(
      ({ pipelineId, cluster }) => !seen.has(`${pipelineId} ${cluster}`),
    ),
    ({ pipelineId }) => pipelineId,
  );
  const made = new Map(
    [...hidden].map(([id, items]) => [
      id,
      new HiddenClusters(items.map(({ cluster }) => cluster)),
    ]),
  );
  return pipelineId => made.get(pipelineId) ?? new HiddenClusters([]);
}
