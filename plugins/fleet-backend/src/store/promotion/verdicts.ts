import type { Knex } from 'knex';
import { areOpen } from '../../promotion/areOpen';
import type { PromotionVerdicts, Verdicts } from '../FleetPromotionStore';
import { withoutNulls } from '../sql/withoutNulls';
import { toKeptPromotion, type PromotionRow } from '../rows/PromotionRow';
import { addEvents, eventId } from './events';

/** Keeps how the gates of a promotion stand, and says in the record of events when they opened or closed. */
export async function writeVerdicts(
  database: Knex,
  id: string,
  verdicts: PromotionVerdicts,
  at: Date,
): Promise<void> {
  await database.transaction(async trx => {
    const found: object | undefined = await trx('promotions')
      .where({ id })
      .forUpdate()
      .first();
    if (!found) {
      return;
    }
    const before = toKeptPromotion(withoutNulls<PromotionRow>(found));
    await trx('promotions')
      .where({ id })
      .update({
        gates: JSON.stringify(verdicts.gates),
        enforcement: verdicts.enforcement,
        branch_lacks: verdicts.branchLacks
          ? JSON.stringify(verdicts.branchLacks)
          : null,
        judged: verdicts.judged,
      });
    const isOpen = areOpen(verdicts.gates);
    const wasOpen = before.judged !== undefined && areOpen(before.gates);
    if (isOpen === wasOpen || verdicts.gates.length === 0) {
      return;
    }
    const closed = verdicts.gates.filter(
      ({ state }) => state !== 'passed' && state !== 'skipped',
    );
    const type = isOpen ? 'gates-opened' : 'gates-closed';
    await addEvents(trx, [
      {
        id: eventId(id, type, at.toISOString()),
        at: at.toISOString(),
        type,
        summary: isOpen
          ? 'all gates are open'
          : // Not why: that names clusters, and some who are told do not see them all.
            `not open: ${closed.map(({ title }) => title).join(', ')}`,
        promotionId: id,
        pipelineId: before.pipelineId,
        application: before.application,
        stage: before.to,
        environment: before.environment,
        from: before.fromVersion,
        to: before.version,
      },
    ]);
  });
}

/** Keeps how the gates of a stage stand that nothing is promoted into. */
export async function writeStageVerdicts(
  database: Knex,
  { pipelineId, stage }: { pipelineId: string; stage: string },
  { gates, enforcement }: Verdicts,
  at: Date,
): Promise<void> {
  const row = {
    gates: JSON.stringify(gates),
    enforcement,
    judged_at: at.toISOString(),
  };
  await database('promotion_stages')
    .insert({ application_id: pipelineId, stage, ...row })
    .onConflict(['application_id', 'stage'])
    .merge(row);
}
