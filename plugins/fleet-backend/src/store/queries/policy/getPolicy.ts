import {
  policyControls,
  type Link,
  type PolicyDetail,
  type PolicyStanding,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { Access } from '../../FleetQueryStore';
import type { PolicyRow } from '../../rows/PolicyRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import { whereClusterNameVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { getCheck } from './getCheck';
import { readContents } from './readContents';
import { readDeliveries, type Delivery } from './readDeliveries';
import { readPolicies } from './readPolicies';
import { readPolicyClusters } from './readPolicyClusters';
import { whereResultVisible } from './resultFilters';
import { standingsOf } from './standingsOf';

type JoinedRow = PolicyRow & { data: string };

/** One policy: what it says and how it stands on each cluster that the caller may see. */
export async function getPolicy(
  context: QueryContext,
  key: string,
  access: Access,
): Promise<PolicyDetail | undefined> {
  const { database } = context;
  const [policy] = await readPolicies(context, access, [key]);
  if (!policy) {
    return getCheck(context, key, access);
  }
  const rows = await readRows(database, key, access);
  const usualContent = (await readContents(database, access, [key])).get(
    key,
  )?.usual;
  const usual = rows.find(row => row.content_hash === usualContent) ?? rows[0];
  const record: PolicyRecord = JSON.parse(usual.data);
  const clusters = await readPolicyClusters(context, access);
  const standings = standingsOf(rows, clusters, {
    engines: [policy.engine],
    usualContent,
  });
  const failing = await countOpen(database, key, access);
  const byCluster = groupBy(rows, row => row.cluster);
  const deliveries = await readDeliveries(
    context,
    access,
    rows.map(({ id }) => id),
  );
  return {
    policy,
    rules: record.rules,
    sources: sourcesOf(record, deliveries.values()),
    standings: clusters.map((cluster): PolicyStanding => {
      const [first] = byCluster.get(cluster.name) ?? [];
      const { state, summary } = standings.get(cluster.name)!;
      return {
        cluster: cluster.name,
        entityRef: cluster.entityRef,
        environment: cluster.environment,
        region: cluster.region,
        state,
        summary,
        message: first && (JSON.parse(first.data) as PolicyRecord).message,
        bindings: first ? JSON.parse(first.bindings) : [],
        contentHash: first?.content_hash,
        applicationId: first && deliveries.get(first.id)?.applicationId,
        failing: failing.get(cluster.name) ?? 0,
        freshness: cluster.freshness,
      };
    }),
  };
}

/** Where Git has it, then where the public library that it is of has it. */
function sourcesOf(
  { engine, kind, name }: PolicyRecord,
  deliveries: Iterable<Delivery>,
): Link[] {
  const named = engine === 'gatekeeper' ? kind : name;
  const library = policyControls
    .flatMap(({ policies }) => policies)
    .find(item => item.engine === engine && item.name === named);
  const links = [
    ...[...deliveries].flatMap(({ file }) => file ?? []),
    ...(library ? [{ title: `Library: ${named}`, url: library.source }] : []),
  ];
  return [...new Map(links.map(link => [link.url, link])).values()];
}

async function readRows(
  database: Knex,
  key: string,
  access: Access,
): Promise<JoinedRow[]> {
  const query = database('policies')
    .join('records', 'records.id', 'policies.id')
    .where('policies.key', key)
    .orderBy('policies.id')
    .select('policies.*', 'records.data');
  whereClusterNameVisible(database, query, 'policies.cluster', access);
  const rows: object[] = await query;
  return rows.map(row => withoutNulls<JoinedRow>(row));
}

/** By cluster. */
async function countOpen(
  database: Knex,
  key: string,
  access: Access,
): Promise<Map<string, number>> {
  const open: Knex.QueryBuilder = database('policy_results')
    .where('policy_results.policy_key', key)
    .whereRaw(
      "policy_results.ended_at is null and policy_results.verdict <> 'skip'",
    )
    .groupBy('policy_results.cluster')
    .select('policy_results.cluster')
    .count({ failing: '*' });
  whereResultVisible(database, open, access);
  const rows: { cluster: string; failing: number | string }[] = await open;
  return new Map(rows.map(row => [row.cluster, Number(row.failing)]));
}
