import {
  policySeverities,
  type PolicyTrend,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access, Filter } from '../../FleetQueryStore';
import { dayOf } from '../../policy/rollUpDay';
import { whereResourceVisible, type Subject } from '../conditions';
import { applyFilter, column, ofCluster, type FilterKeys } from '../filters';
import { selectOfEntities, selectOfOwners } from '../linkedRecords';
import type { QueryContext } from '../QueryContext';
import { addOpen, countOpenResults, noneOpen } from './countOpenResults';

/** Which days, of what. */
export interface TrendQuery {
  access: Access;
  filter?: Filter;
  /** How many, back from today. */
  days: number;
}

type Point = PolicyTrend['points'][number];

const daySubject: Subject = {
  atCluster: 'policy_days.cluster',
  targetCluster: 'policy_days.cluster',
  namespace: 'policy_days.namespace',
  recordId: 'policy_days.record_id',
};

/** What is kept of days can be asked by. */
const trendFilters: FilterKeys = {
  cluster: column('policy_days.cluster'),
  environment: ofCluster('policy_days.cluster', 'environment'),
  region: ofCluster('policy_days.cluster', 'region'),
  namespace: column('policy_days.namespace'),
  owner(query, values) {
    query.whereIn('policy_days.record_id', ids => selectOfOwners(ids, values));
  },
  entity(query, values) {
    query.whereIn('policy_days.record_id', ids =>
      selectOfEntities(ids, values),
    );
  },
};

/** Open results at the end of each day that is known, and now; by what is proven to belong to whom today. */
export async function getPolicyTrend(
  context: QueryContext,
  { access, filter, days }: TrendQuery,
): Promise<PolicyTrend> {
  const { database, now } = context;
  const first = dayOf(now(), days - 1);
  const kept: Knex.QueryBuilder = database('policy_days')
    .where('policy_days.until_day', '>=', first)
    .groupBy('policy_days.from_day', 'policy_days.until_day')
    .select('policy_days.from_day', 'policy_days.until_day')
    .sum(
      Object.fromEntries(
        [...policySeverities, 'resources'].map(name => [
          name,
          `policy_days.${name}`,
        ]),
      ),
    );
  whereResourceVisible(database, kept, access, {
    subject: daySubject,
    isInNoNamespace: "policy_days.namespace = ''",
  });
  applyFilter(kept, filter, trendFilters);
  const spans = ((await kept) as Record<string, string | number>[]).map(toSpan);
  const known: string[] = await database('policy_swept_days')
    .where({ summed: true })
    .orderBy('day')
    .pluck('day');
  return {
    points: [
      ...known.filter(day => day >= first).map(day => pointOf(day, spans)),
      await pointOfToday(context, { access, filter }),
    ],
    since: known[0] && `${known[0]}T00:00:00.000Z`,
  };
}

interface Span extends Omit<Point, 'day'> {
  fromDay: string;
  untilDay: string;
}

function toSpan(row: Record<string, string | number>): Span {
  return {
    fromDay: String(row.from_day),
    untilDay: String(row.until_day),
    open: {
      critical: Number(row.critical),
      high: Number(row.high),
      medium: Number(row.medium),
      low: Number(row.low),
      info: Number(row.info),
    },
    resources: Number(row.resources),
  };
}

function pointOf(day: string, spans: readonly Span[]): Point {
  const holding = spans.filter(
    ({ fromDay, untilDay }) => fromDay <= day && day <= untilDay,
  );
  return {
    day,
    open: holding.reduce((sum, span) => addOpen(sum, span.open), noneOpen()),
    resources: holding.reduce((sum, span) => sum + span.resources, 0),
  };
}

async function pointOfToday(
  { database, now }: QueryContext,
  query: { access: Access; filter?: Filter },
): Promise<Point> {
  const [open] = await countOpenResults(database, query, 'all');
  return {
    day: dayOf(now(), 0),
    open: open?.open ?? noneOpen(),
    resources: open?.resources ?? 0,
  };
}
