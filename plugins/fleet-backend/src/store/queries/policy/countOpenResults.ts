import {
  policySeverities,
  type PolicySeverityCounts,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../../FleetQueryStore';
import { whereResult } from './resultFilters';

/** What results are summed up by. */
export type PostureGroup = 'owner' | 'environment' | 'cluster';

/** What breaks something, of one group. */
export interface OpenResults {
  /** JSON of the owners, the cluster or the environment; null: none. */
  group: string | null;
  open: PolicySeverityCounts;
  /** That break something. */
  resources: number;
  oldestSince?: string;
}

type Row = { group: string | null; resources: number | string } & {
  oldest_since: string | null;
} & Record<keyof PolicySeverityCounts, number | string>;

/** No open result of any severity. */
export function noneOpen(): PolicySeverityCounts {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}

/** Adds what is open. */
export function addOpen(
  a: PolicySeverityCounts,
  b: PolicySeverityCounts,
): PolicySeverityCounts {
  return {
    critical: a.critical + b.critical,
    high: a.high + b.high,
    medium: a.medium + b.medium,
    low: a.low + b.low,
    info: a.info + b.info,
  };
}

/**
 * Sums up open results, as far as the caller may see them and asks for them. First by what their links go by, from an index alone, and
 * then by group, so that what is joined is few.
 */
export async function countOpenResults(
  database: Knex,
  query: Pick<ListQuery, 'access' | 'filter' | 'text'>,
  by: PostureGroup | 'all',
): Promise<OpenResults[]> {
  const placed: Knex.QueryBuilder = database('policy_results')
    .groupBy('policy_results.record_id', 'policy_results.cluster')
    .select('policy_results.record_id', 'policy_results.cluster')
    .select(
      policySeverities.map((severity, rank) =>
        database.raw(
          `sum(case when policy_results.rank = ${rank} then 1 else 0 end) as ??`,
          [severity],
        ),
      ),
    )
    .countDistinct({ resources: 'policy_results.resource' })
    .min({ since: 'policy_results.since' });
  whereResult(database, placed, query);
  const sums: Knex.QueryBuilder = database
    .from(placed.as('broken'))
    .select(
      [...policySeverities, 'resources'].map(name =>
        database.raw('sum(broken.??) as ??', [name, name]),
      ),
    )
    .min({ oldest_since: 'broken.since' });
  const rows: Row[] = await grouped(database, sums, by);
  return rows.map(row => ({
    group: row.group,
    open: {
      critical: Number(row.critical),
      high: Number(row.high),
      medium: Number(row.medium),
      low: Number(row.low),
      info: Number(row.info),
    },
    resources: Number(row.resources),
    oldestSince: row.oldest_since ?? undefined,
  }));
}

const owners = 'coalesce(applications.owner_refs, records.owner_refs)';

/** Groups what has the columns `record_id` and `cluster` of the table `broken`. */
export function grouped(
  database: Knex,
  sums: Knex.QueryBuilder,
  by: PostureGroup | 'all',
): Knex.QueryBuilder {
  switch (by) {
    case 'owner':
      return sums
        .leftJoin('applications', 'applications.id', 'broken.record_id')
        .leftJoin('records', 'records.id', 'broken.record_id')
        .select(database.raw(`${owners} as "group"`))
        .groupByRaw(owners);
    case 'environment':
      return sums
        .join('clusters', 'clusters.name', 'broken.cluster')
        .select('clusters.environment as group')
        .groupBy('clusters.environment');
    case 'cluster':
      return sums.select('broken.cluster as group').groupBy('broken.cluster');
    default:
      return sums;
  }
}
