import {
  driftSeverities,
  type DriftCounts,
  type DriftKind,
  type DriftSeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ListQuery } from '../FleetQueryStore';
import { whereDrift } from './driftFilters';
import type { QueryContext } from './QueryContext';

/** How many are open and not muted, by severity and kind, and the worst severity among them. */
export async function countDrifts(
  context: QueryContext,
  query: Pick<ListQuery, 'access' | 'filter'>,
): Promise<DriftCounts> {
  const groups: Knex.QueryBuilder = context
    .database('drifts')
    .groupBy('drifts.severity', 'drifts.kind')
    .select('drifts.severity', 'drifts.kind')
    .count({ count: '*' });
  whereDrift(context, groups, query);
  const rows: {
    severity: DriftSeverity;
    kind: DriftKind;
    count: number | string;
  }[] = await groups;
  const counts: DriftCounts = { total: 0, severities: {}, kinds: {} };
  for (const { severity, kind, count } of rows) {
    const some = Number(count);
    counts.total += some;
    counts.severities[severity] = (counts.severities[severity] ?? 0) + some;
    counts.kinds[kind] = (counts.kinds[kind] ?? 0) + some;
  }
  return {
    ...counts,
    worst: driftSeverities.find(severity => counts.severities[severity]),
  };
}
