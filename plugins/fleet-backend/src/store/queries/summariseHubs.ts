import type { Summary } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access } from '../FleetQueryStore';
import { toReachability } from '../poll/readPollState';
import type { ClusterRow } from '../rows/ClusterRow';
import { whereApplication } from './applicationFilters';
import type { QueryContext } from './QueryContext';

/** The hubs among clusters: what they steer elsewhere, and what their absence makes stale. */
export async function summariseHubs(
  { database }: QueryContext,
  access: Access,
  clusters: readonly ClusterRow[],
): Promise<Summary['hubs']> {
  const hubs = clusters.filter(({ hub }) => Boolean(hub));
  const counted: Knex.QueryBuilder = database('applications')
    .whereIn(
      'applications.cluster',
      hubs.map(({ name }) => name),
    )
    .whereRaw('applications.target_cluster <> applications.cluster')
    .groupBy('applications.cluster')
    .select('applications.cluster')
    .count({ count: '*' });
  whereApplication(database, counted, { access });
  const rows: { cluster: string; count: number | string }[] = await counted;
  const counts = new Map(
    rows.map(({ cluster, count }) => [cluster, Number(count)]),
  );
  return hubs.map(hub => {
    const steers = counts.get(hub.name) ?? 0;
    return {
      cluster: hub.name,
      reachability: toReachability(hub),
      steers,
      message: hub.outcome === 'ok' ? undefined : absence(hub, steers),
    };
  });
}

function absence({ name, last_contact_at: since }: ClusterRow, steers: number) {
  const verdicts =
    steers === 1
      ? 'what is known of the 1 application it steers elsewhere'
      : `what is known of the ${steers} applications it steers elsewhere`;
  return since
    ? `${name} has not answered since ${since}: ${verdicts} is as of then, and nothing of theirs is rolled out until it returns. What runs on the spokes goes on.`
    : `${name} has not answered yet: ${verdicts} is not known.`;
}
