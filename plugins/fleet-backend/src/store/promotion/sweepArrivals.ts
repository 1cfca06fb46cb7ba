import { agrees } from '../../promotion/pipeline/agreement';
import { hasApplied } from '../../promotion/pipeline/hasApplied';
import { runningIn } from '../../promotion/pipeline/toPipeline';
import type { BranchHead } from '../../promotion/BranchHead';
import type { PipelineBasis } from '../../promotion/PipelineBasis';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { QueryContext } from '../queries/QueryContext';
import { readHeads } from './readHeads';
import type { RunningStage } from './readStageClusters';
import { runningPipelines } from './runningPipelines';
import type { SweepFailure } from './sweepPromotions';

/** For how long what has changed in Git is looked at again and again until it has come to its clusters. */
const recentMs = 10 * 60_000;

/** Writes down what of that which has just changed in Git has come to its clusters. */
export async function sweepArrivals(
  context: QueryContext,
  rules: PromotionRules,
  onFailure: SweepFailure,
): Promise<void> {
  const { database, now } = context;
  const since = new Date(now().getTime() - recentMs).toISOString();
  const ids: string[] = await database('promotion_overlays')
    .join(
      'applications',
      'applications.source_key',
      'promotion_overlays.source_key',
    )
    .leftJoin('promotion_arrivals', join =>
      join
        .on('promotion_arrivals.overlay_id', 'promotion_overlays.id')
        .on('promotion_arrivals.application_id', 'applications.id')
        .on('promotion_arrivals.content', 'promotion_overlays.content'),
    )
    .whereNull('promotion_arrivals.since')
    .where('promotion_overlays.content_since', '>=', since)
    .orderBy('promotion_overlays.application_id')
    .distinct('promotion_overlays.application_id')
    .pluck('promotion_overlays.application_id');
  const heads = await readHeads(database);
  for await (const { basis, running } of runningPipelines(
    context,
    rules,
    ids,
  )) {
    try {
      await noteArrivals(context, basis, running, heads);
    } catch (error) {
      onFailure(`clusters of ${basis.application}`, error);
    }
  }
}

/**
 * Writes down since when each cluster was seen to run what its overlay says, and forgets it where it runs something else. What was there
 * before anybody looked has come when it was seen first.
 */
export async function noteArrivals(
  { database, now }: QueryContext,
  basis: PipelineBasis,
  running: readonly RunningStage[],
  heads: ReadonlyMap<string, BranchHead>,
): Promise<void> {
  for (const item of runningIn(running, basis.overlays, basis)) {
    const overlay = basis.overlays.find(({ id }) => id === item.overlayId);
    const key = {
      overlay_id: item.overlayId,
      application_id: item.applicationId,
    };
    if (!overlay?.overlay || item.freshness.stale) {
      continue;
    }
    // Others commit all the time: the commit that is applied tells that it came, and not that it went.
    if (agrees(overlay.overlay, item.running) === false) {
      await database('promotion_arrivals').where(key).delete();
    } else if (
      item.arrivedAt === undefined &&
      hasApplied(
        item,
        overlay,
        heads.get(`${basis.repository.url} ${overlay.branch}`),
      )
    ) {
      const { content } = overlay;
      await database('promotion_arrivals')
        .insert({ ...key, content, since: now().toISOString() })
        .onConflict(Object.keys(key))
        .merge();
    }
  }
}
