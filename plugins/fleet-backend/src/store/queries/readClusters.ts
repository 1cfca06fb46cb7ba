import type {
  Cluster,
  Outcome,
  State,
  StateCounts,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access } from '../FleetQueryStore';
import type { ClusterRow } from '../rows/ClusterRow';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import {
  applicationSubject,
  whereApplicationVisible,
  whereWorkloadVisible,
} from './conditions';
import type { QueryContext } from './QueryContext';
import { toCluster } from './toCluster';

interface Counted {
  cluster: string;
  state: State;
  count: number | string;
}

/** Reads clusters by their names, in the order of these, with what the caller may see on them. */
export async function readClusters(
  context: QueryContext,
  names: readonly string[],
  access: Access,
): Promise<Cluster[]> {
  const { database } = context;
  const rows: object[] = await database('clusters').whereIn('name', [...names]);
  const clusters = new Map(
    rows
      .map(row => withoutNulls<ClusterRow>(row))
      .map(row => [row.name, row] as const),
  );
  const applications = countsByCluster(
    await countApplicationsByState(database, access, query =>
      query.whereIn('applications.at_cluster', [...names]),
    ),
  );
  const workloads: Knex.QueryBuilder = database('records')
    .whereRaw("records.type = 'workload'")
    .whereIn('records.cluster', [...names])
    .groupBy('records.cluster', 'records.state')
    .select('records.cluster', 'records.state')
    .count({ count: '*' });
  whereWorkloadVisible(database, workloads, access);
  const workloadCounts = countsByCluster(await workloads);
  const outcomes: { cluster: string; engine: string; outcome: Outcome }[] =
    await database('collections')
      .whereIn('cluster', [...names])
      .distinct('cluster', 'engine', 'outcome');
  const outcomesOf = groupBy(outcomes, ({ cluster }) => cluster);
  return names.flatMap(name => {
    const row = clusters.get(name);
    return row
      ? toCluster(
          row,
          {
            applications: applications.get(name) ?? {},
            workloads: workloadCounts.get(name) ?? {},
            outcomes: outcomesOf.get(name) ?? [],
          },
          context,
        )
      : [];
  });
}

/** Counts visible applications by the cluster that they deploy to, else live on, and by state. */
export async function countApplicationsByState(
  database: Knex,
  access: Access,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<Counted[]> {
  const query: Knex.QueryBuilder = database('applications')
    .groupBy('applications.at_cluster', 'applications.state')
    .select({ cluster: 'applications.at_cluster' }, 'applications.state')
    .count({ count: '*' });
  whereApplicationVisible(database, query, access, applicationSubject);
  narrow(query);
  return query;
}

function countsByCluster(rows: readonly Counted[]): Map<string, StateCounts> {
  const counts = new Map<string, StateCounts>();
  for (const { cluster, state, count } of rows) {
    counts.set(cluster, { ...counts.get(cluster), [state]: Number(count) });
  }
  return counts;
}
