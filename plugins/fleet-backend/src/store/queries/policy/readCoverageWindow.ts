import type { PolicySeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import type { PolicyRow } from '../../rows/PolicyRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import { whereClusterNameVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import type { CoverageSubject } from './coverageRows';
import { readContents } from './readContents';
import { readDescriptions } from './readDescriptions';
import type { PolicyCluster } from './readPolicyClusters';
import { whereResultVisible } from './resultFilters';

type StandingRow = PolicyRow & { control?: string };

/** What stands in a window of the coverage. */
export interface CoverageWindow {
  of(subject: CoverageSubject): {
    rows: readonly PolicyRow[];
    /** Of policies: what more clusters have than any other. */
    usualContent?: string;
    /** What one of its policies says of itself; of a control its definition does. */
    first?: { title: string; description?: string; severity?: PolicySeverity };
  };
  /** How many open results break these policies there. */
  failing(policies: readonly PolicyRow[], cluster: string): number;
}

/** Reads what stands in the rows and columns of a window. */
export async function readCoverageWindow(
  context: QueryContext,
  access: Access,
  subjects: readonly CoverageSubject[],
  columns: readonly PolicyCluster[],
): Promise<CoverageWindow> {
  const { database } = context;
  const clusters = columns.map(({ name }) => name);
  const ofPolicies = subjects.filter(({ type }) => type === 'policy');
  const keys = ofPolicies.map(({ id }) => id);
  const rows = [
    ...(await readRows(
      database('policies')
        .whereIn('policies.key', keys)
        .whereIn('policies.cluster', clusters),
    )),
    ...(await readRows(
      database('policies')
        .join('policy_controls', 'policy_controls.policy_id', 'policies.id')
        .whereIn(
          'policy_controls.control',
          subjects.flatMap(({ id, type }) => (type === 'control' ? id : [])),
        )
        .whereIn('policy_controls.cluster', clusters)
        .select('policy_controls.control'),
    )),
  ];
  const bySubject = groupBy(rows, ({ control, key }) => control ?? key);
  const elsewhere = await readElsewhere(
    database,
    access,
    keys.filter(key => !bySubject.has(key)),
  );
  const first = new Map(
    keys.flatMap(key => {
      const row = bySubject.get(key)?.[0] ?? elsewhere.get(key);
      return row ? [[key, row]] : [];
    }),
  );
  const descriptions = await readDescriptions(database, [...first.values()]);
  const contents = await readContents(database, access, keys);
  const failing = await countOpen(database, access, {
    keys: [...new Set(rows.map(({ key }) => key))],
    clusters,
  });
  return {
    of({ id }) {
      const row = first.get(id);
      return {
        rows: bySubject.get(id) ?? [],
        usualContent: contents.get(id)?.usual,
        first: row && {
          title: row.title,
          description: descriptions.get(id),
          severity: row.severity,
        },
      };
    },
    failing(policies, cluster) {
      const broken = new Set(policies.map(({ key }) => key));
      return [...broken].reduce(
        (sum, key) => sum + (failing.get(`${key}\n${cluster}`) ?? 0),
        0,
      );
    },
  };
}

async function readRows(query: Knex.QueryBuilder): Promise<StandingRow[]> {
  const rows: object[] = await query
    .orderBy('policies.id')
    .select('policies.*');
  return rows.map(row => withoutNulls<StandingRow>(row));
}

/** By key: one that stands outside of the window. */
async function readElsewhere(
  database: Knex,
  access: Access,
  keys: readonly string[],
): Promise<Map<string, PolicyRow>> {
  const ids: Knex.QueryBuilder = database('policies')
    .whereIn('policies.key', [...keys])
    .groupBy('policies.key')
    .min('policies.id');
  whereClusterNameVisible(database, ids, 'policies.cluster', access);
  const rows = await readRows(database('policies').whereIn('policies.id', ids));
  return new Map(rows.map(row => [row.key, row]));
}

/** By `key\ncluster`. */
async function countOpen(
  database: Knex,
  access: Access,
  { keys, clusters }: { keys: string[]; clusters: string[] },
): Promise<Map<string, number>> {
  const open: Knex.QueryBuilder = database('policy_results')
    .whereIn('policy_results.policy_key', keys)
    .whereIn('policy_results.cluster', clusters)
    .whereRaw(
      "policy_results.ended_at is null and policy_results.verdict <> 'skip'",
    )
    .groupBy('policy_results.policy_key', 'policy_results.cluster')
    .select('policy_results.policy_key', 'policy_results.cluster')
    .count({ count: '*' });
  whereResultVisible(database, open, access);
  const rows: {
    policy_key: string;
    cluster: string;
    count: number | string;
  }[] = await open;
  return new Map(
    rows.map(({ policy_key: key, cluster, count }) => [
      `${key}\n${cluster}`,
      Number(count),
    ]),
  );
}
