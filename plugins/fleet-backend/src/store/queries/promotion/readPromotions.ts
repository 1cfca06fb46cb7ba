import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';
import type { PromotionRules } from '../../../promotion/PromotionRules';
import type { Access } from '../../FleetQueryStore';
import { readBases } from '../../promotion/readBases';
import { readPullRequests } from '../../promotion/readPullRequests';
import { readStageClusters } from '../../promotion/readStageClusters';
import { toPromotion } from '../../promotion/toPromotion';
import { toKeptPromotion, type PromotionRow } from '../../rows/PromotionRow';
import type { QueryContext } from '../QueryContext';
import { hiddenClusters } from './hiddenClusters';

/** Promotions as screens show them, in the order of their rows. Who may see them was settled before. */
export async function readPromotions(
  context: QueryContext,
  rules: PromotionRules,
  rows: readonly PromotionRow[],
  access: Access,
): Promise<Promotion[]> {
  const { database } = context;
  const pipelineIds = [...new Set(rows.map(row => row.application_id))];
  const numbers = rows.flatMap(row =>
    toKeptPromotion(row).waves.flatMap(({ number }) =>
      number === undefined ? [] : [{ repository: row.repository, number }],
    ),
  );
  const bases = await readBases(database, rules, pipelineIds);
  const rollbackIds = rows.flatMap(row => row.rollback_id ?? []);
  const rollbacks: Pick<
    PromotionRow,
    'id' | 'repository' | 'waves' | 'state'
  >[] =
    rollbackIds.length === 0
      ? []
      : await database('promotions')
          .whereIn('id', rollbackIds)
          .select('id', 'repository', 'waves', 'state');
  const running = await readStageClusters(context, pipelineIds, access);
  const told = rows.flatMap(row =>
    toKeptPromotion(row).waves.flatMap(({ clusters }) =>
      clusters.map(cluster => ({ pipelineId: row.application_id, cluster })),
    ),
  );
  const promotionContext = {
    bases: new Map(bases.map(basis => [basis.id, basis])),
    pullRequests: await readPullRequests(database, numbers),
    running,
    hidden: await hiddenClusters(
      database,
      pipelineIds,
      { access, running },
      told,
    ),
    rollbacks: new Map(
      rollbacks.map(({ id, repository, waves, state }) => [
        id,
        { url: `${repository}/pull/${JSON.parse(waves)[0]?.number}`, state },
      ]),
    ),
  };
  return rows.map(row => toPromotion(row, promotionContext));
}
