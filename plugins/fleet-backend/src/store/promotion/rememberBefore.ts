import type { Knex } from 'knex';
import { contentOf, contentOfAll } from '../../promotion/contentOf';
import type { KeptPromotion } from '../../promotion/follow/KeptPromotion';
import type { PromotionRequest } from '../../promotion/follow/PromotionGroup';

/**
 * Takes from Git what a stage ran before a promotion, where nobody looked then, as before a database was lost: a rollback has to go back to
 * something.
 */
export async function rememberBefore(
  trx: Knex,
  { pipelineId, to, action, createdAt, ...kept }: KeptPromotion,
  { before }: PromotionRequest,
): Promise<void> {
  const overlays = Object.entries(before).map(([region, overlay]) => ({
    region: region || undefined,
    overlay,
    content: contentOf(overlay),
  }));
  const { baseRevision, mergedAt, fromVersion } = kept;
  const wasSeen: object | undefined = await trx('promotion_versions')
    .where({ application_id: pipelineId, stage: to })
    .where('well_at', '<', createdAt)
    .first('stage');
  if (
    action !== 'promote' ||
    mergedAt === undefined ||
    baseRevision === undefined ||
    overlays.length === 0 ||
    wasSeen
  ) {
    return;
  }
  await trx('promotion_versions')
    .insert({
      application_id: pipelineId,
      stage: to,
      content: contentOfAll(overlays),
      revision: baseRevision,
      version: fromVersion ?? null,
      overlays: JSON.stringify(
        overlays.map(({ region, overlay }) => ({ region, overlay })),
      ),
      well_at: createdAt,
    })
    .onConflict(['application_id', 'stage', 'content'])
    .ignore();
}
