import type { PromotionStatistics } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import { medianSeconds } from '../../../claims/medianSeconds';
import type { Access } from '../../FleetQueryStore';
import type { PromotionRow } from '../../rows/PromotionRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import type { QueryContext } from '../QueryContext';
import { wherePromotion } from './listPromotions';

type Row = Pick<
  PromotionRow,
  'action' | 'state' | 'stuck' | 'lead_seconds' | 'ended_at' | 'created_at'
> & { owner_refs?: string };

const dayMs = 24 * 60 * 60_000;

/** How often and how fast owners promote, of the promotions that the access covers; the busiest first. */
export async function promotionStatistics(
  { database, now }: QueryContext,
  { access, days }: { access: Access; days: number },
): Promise<PromotionStatistics> {
  const since = new Date(now().getTime() - days * dayMs).toISOString();
  const query: Knex.QueryBuilder = database('promotions')
    .leftJoin(
      'promotion_applications',
      'promotion_applications.id',
      'promotions.application_id',
    )
    .where(counted =>
      counted
        .whereNull('promotions.ended_at')
        .orWhere('promotions.ended_at', '>=', since),
    )
    .select(
      'promotions.action',
      'promotions.state',
      'promotions.stuck',
      'promotions.lead_seconds',
      'promotions.ended_at',
      'promotions.created_at',
      'promotion_applications.owner_refs',
    );
  wherePromotion(database, query, { access });
  const rows: object[] = await query;
  const byOwner = groupBy(
    rows.flatMap(found => {
      const row = withoutNulls<Row>(found);
      const owners: string[] = JSON.parse(row.owner_refs ?? '[]');
      return (owners.length > 0 ? owners : [undefined]).map(owner => ({
        owner,
        row,
      }));
    }),
    ({ owner }) => owner,
  );
  return {
    days,
    items: [...byOwner]
      .map(([ownerRef, items]) => ({
        ownerRef,
        ...sumUp(
          items.map(({ row }) => row),
          days,
        ),
      }))
      .sort(
        (a, b) =>
          b.promotions - a.promotions ||
          ((a.ownerRef ?? '~') < (b.ownerRef ?? '~') ? -1 : 1),
      ),
  };
}

function sumUp(rows: readonly Row[], days: number) {
  const done = rows.filter(({ state }) => state === 'done');
  const promoted = done.filter(({ action }) => action === 'promote');
  const lead = promoted.flatMap(row => row.lead_seconds ?? []);
  const failures = rows.filter(
    ({ action, state }) => action === 'promote' && state === 'failed',
  ).length;
  const count = (wanted: (row: Row) => boolean) => rows.filter(wanted).length;
  return {
    promotions: promoted.length,
    rollbacks: done.length - promoted.length,
    failed: count(({ state }) => state === 'failed'),
    failureRate:
      failures + promoted.length > 0
        ? failures / (failures + promoted.length)
        : undefined,
    perWeek: Math.round((promoted.length / days) * 7 * 10) / 10,
    medianLeadSeconds: medianSeconds(lead),
    slowestLeadSeconds: lead.length > 0 ? Math.max(...lead) : undefined,
    waiting: count(({ state }) => state === 'waiting' || state === 'ready'),
    stuck: count(
      ({ ended_at, stuck }) => stuck !== undefined && ended_at === undefined,
    ),
  };
}
