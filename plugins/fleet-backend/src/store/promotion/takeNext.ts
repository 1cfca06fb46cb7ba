import type { Knex } from 'knex';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { NextChange } from '../FleetPromotionStore';
import { toKeptPromotion, type PromotionRow } from '../rows/PromotionRow';
import { withoutNulls } from '../sql/withoutNulls';
import { readBases } from './readBases';

/** For how long whoever takes it has it alone; then it is tried again. */
const leaseMs = 2 * 60_000;

/**
 * What is next of promotions: the pull request of the next wave where the one before runs well, and the way back where something failed
 * and the config asks for it. Each is handed out once in a while.
 */
export async function takeNext(
  database: Knex,
  rules: PromotionRules,
  now: Date,
): Promise<NextChange[]> {
  const found: object[] = await database('promotions')
    .whereIn('state', ['rolling-out', 'failed'])
    .whereNull('ended_at')
    .where(free =>
      free
        .whereNull('opening_until')
        .orWhere('opening_until', '<', now.toISOString()),
    )
    .orderBy('id');
  const next: NextChange[] = [];
  for (const row of found) {
    const change = await changeOf(
      database,
      rules,
      withoutNulls<PromotionRow>(row),
    );
    if (change && (await take(database, change.id, now))) {
      next.push(change.next);
    }
  }
  return next;
}

async function changeOf(
  database: Knex,
  rules: PromotionRules,
  row: PromotionRow,
): Promise<{ id: string; next: NextChange } | undefined> {
  const { id, requester, state, waves, summary, action, rollbackId, ...kept } =
    toKeptPromotion(row);
  const whose = {
    pipelineId: kept.pipelineId,
    stage: kept.to,
    requester: requester ?? 'user:default/unknown',
  };
  const current = waves.findIndex(wave => wave.state !== 'done');
  const isGoingOn = state === 'rolling-out' && rollbackId === undefined;
  if (isGoingOn && waves[current]?.state === 'waiting') {
    return {
      id,
      next: {
        ...whose,
        action,
        from: kept.from,
        wave: current,
        first: { moves: kept.moves, revision: kept.baseRevision },
        reason: `The wave before it, ${
          waves[current - 1]?.title ?? ''
        }, runs well.`,
      },
    };
  }
  if (state === 'failed' && action === 'promote' && rollbackId === undefined) {
    const [basis] = await readBases(database, rules, [kept.pipelineId]);
    const stage = basis?.pipeline?.stages.find(({ name }) => name === kept.to);
    const wasMerged = kept.mergedAt !== undefined;
    return stage?.onFailure === 'open' && wasMerged
      ? { id, next: { ...whose, action: 'rollback', reason: summary } }
      : undefined;
  }
  return undefined;
}

async function take(database: Knex, id: string, now: Date): Promise<boolean> {
  const taken = await database('promotions')
    .where({ id })
    .where(free =>
      free
        .whereNull('opening_until')
        .orWhere('opening_until', '<', now.toISOString()),
    )
    .update({
      opening_until: new Date(now.getTime() + leaseMs).toISOString(),
    });
  return taken > 0;
}
