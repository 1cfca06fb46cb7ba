import type { Knex } from 'knex';
import { advance } from '../../promotion/follow/advance';
import {
  groupRequests,
  type PromotionGroup,
  type PromotionRequest,
} from '../../promotion/follow/PromotionGroup';
import type { KeptPromotion } from '../../promotion/follow/KeptPromotion';
import { overlaysOf, runningIn } from '../../promotion/pipeline/toPipeline';
import type { PipelineBasis } from '../../promotion/PipelineBasis';
import { promotionId } from '../../promotion/pipelineId';
import { everything } from '../../promotion/facts/everything';
import type { BranchHead } from '../../promotion/BranchHead';
import type { PromotionRules } from '../../promotion/PromotionRules';
import type { QueryContext } from '../queries/QueryContext';
import {
  promotionColumns,
  toKeptPromotion,
  toPromotionRow,
  type PromotionRow,
} from '../rows/PromotionRow';
import { upsert } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { readChanges } from './changes';
import { addEvents } from './events';
import { eventsOf } from './eventsOf';
import { readBases } from './readBases';
import { readHeads } from './readHeads';
import { keyOfPullRequest, readPullRequests } from './readPullRequests';
import { rememberBefore } from './rememberBefore';
import { readStageClusters, type RunningStage } from './readStageClusters';

/** Told of what could not be brought up to date, and why. */
export type SweepFailure = (what: string, error: unknown) => void;

/** The others are written by those who judge, while this goes on. */
const ownColumns = promotionColumns.filter(
  name => !['gates', 'enforcement', 'branch_lacks', 'judged'].includes(name),
);

/**
 * Brings promotions that are not over, and those whose pull requests changed, up to date. One pipeline that cannot be keeps none of the
 * others from it. Answers how many are told otherwise now.
 */
export async function sweepPromotions(
  context: QueryContext,
  rules: PromotionRules,
  onFailure: SweepFailure,
): Promise<number> {
  const { database } = context;
  const ids = await unsettled(database);
  if (ids.length === 0) {
    return 0;
  }
  const bases = await readBases(database, rules, ids);
  const running = groupBy(
    await readStageClusters(context, ids, everything),
    ({ pipelineId }) => pipelineId,
  );
  const changes = await readChanges(database, query =>
    query.whereIn('application_id', ids),
  );
  const pullRequests = await readPullRequests(database, changes);
  const requests = changes.flatMap((change): PromotionRequest[] => {
    const known = pullRequests.get(
      keyOfPullRequest(change.repository, change.number),
    );
    return known ? [{ ...change, ...known }] : [];
  });
  const found: object[] = await database('promotions').whereIn(
    'application_id',
    ids,
  );
  const kept = new Map(
    found.map(row => {
      const before = toKeptPromotion(withoutNulls<PromotionRow>(row));
      return [before.id, before];
    }),
  );
  const heads = await readHeads(database);
  const byPipeline = groupBy(requests, ({ pipelineId }) => pipelineId);
  let changed = 0;
  const failed = new Set<string>();
  for (const basis of bases) {
    try {
      changed += await sweepPipeline(context, rules, {
        basis,
        running: running.get(basis.id) ?? [],
        groups: groupRequests(byPipeline.get(basis.id) ?? []),
        kept,
        heads,
      });
    } catch (error) {
      failed.add(basis.id);
      onFailure(`promotions of ${basis.application}`, error);
    }
  }
  await database('promotion_changes')
    .whereIn(
      'application_id',
      ids.filter(id => !failed.has(id)),
    )
    .update({ folded: true });
  return changed;
}

async function unsettled(database: Knex): Promise<string[]> {
  const open: string[] = await database('promotions')
    .whereNull('ended_at')
    .distinct('application_id')
    .pluck('application_id');
  const changed: string[] = await database('promotion_changes')
    .where({ folded: false })
    .whereNull('problem')
    .distinct('application_id')
    .pluck('application_id');
  return [...new Set([...open, ...changed])].sort();
}

async function sweepPipeline(
  { database, now }: QueryContext,
  { stuckAfterMs }: PromotionRules,
  {
    basis,
    running,
    groups,
    kept,
    heads,
  }: {
    basis: PipelineBasis;
    running: readonly RunningStage[];
    groups: readonly PromotionGroup[];
    kept: ReadonlyMap<string, KeptPromotion>;
    heads: ReadonlyMap<string, BranchHead>;
  },
): Promise<number> {
  let changed = 0;
  for (const group of groups) {
    const { first, requests } = group;
    const stage = basis.pipeline?.stages.find(
      ({ name }) => name === first.stage,
    );
    const before = kept.get(promotionId(first.repository, first.number));
    // One that was closed can be opened again.
    const isOpen =
      requests.some(({ facts }) => facts.state === 'open') ||
      before?.waves.some(({ state }) => state === 'open');
    if (!stage || (before?.endedAt !== undefined && !isOpen)) {
      continue;
    }
    const overlays = overlaysOf(basis, stage.environment);
    const rollback = groups.find(
      other =>
        other.first.action === 'rollback' &&
        first.action === 'promote' &&
        other.first.stage === first.stage &&
        other.first.number > first.number &&
        // Who closes the way back out of a failure does not want it offered again.
        (other.first.facts.state !== 'closed' || before?.state === 'failed'),
    );
    const after = advance(group, before, {
      basis,
      stage,
      overlays,
      running: runningIn(running, overlays, basis),
      branch: heads.get(`${first.repository} ${first.mark.base}`),
      rollbackId:
        before && ['failed', 'rolling-out'].includes(before.state)
          ? rollback &&
            promotionId(rollback.first.repository, rollback.first.number)
          : before?.rollbackId,
      stuckAfterMs,
      now: now(),
    });
    const row = toPromotionRow(after);
    if (
      before &&
      JSON.stringify(toPromotionRow(before)) === JSON.stringify(row)
    ) {
      continue;
    }
    await database.transaction(async trx => {
      const isUnjudged =
        before?.judged !== undefined && after.judged === undefined;
      const columns = isUnjudged ? promotionColumns : ownColumns;
      if (before) {
        await trx('promotions')
          .where({ id: row.id })
          .update({
            ...Object.fromEntries(
              columns.map(column => [column, row[column] ?? null]),
            ),
            // Who opened what was next then does not hold back what is next now, such as the way back.
            ...(before.state !== after.state && { opening_until: null }),
          });
      } else {
        await upsert(trx, 'promotions', [row], {
          columns: promotionColumns,
          key: ['id'],
        });
      }
      await rememberBefore(trx, after, first);
      await addEvents(trx, eventsOf(before, after, requests, now()));
    });
    changed += 1;
  }
  return changed;
}
