import type {
  Freshness,
  Outcome,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ReadCluster } from '../../../policy/standingOf';
import type { Access } from '../../FleetQueryStore';
import type { ClusterRow } from '../../rows/ClusterRow';
import { groupBy } from '../../sql/groupBy';
import { withoutNulls } from '../../sql/withoutNulls';
import { byPromotion } from '../byPromotion';
import { whereClusterVisible } from '../conditions';
import type { QueryContext } from '../QueryContext';
import { clusterEntityRef, clusterFreshness } from '../toCluster';
import { readUnread, unreadInWords, type Unread } from './readUnread';

/** A cluster as the columns of the coverage show it. */
export interface PolicyCluster extends ReadCluster {
  name: string;
  entityRef: string;
  environment?: string;
  region?: string;
  freshness: Freshness;
}

/** Engines that hold policies. Each cluster has the last: the API server itself. */
export const policyEngines = [
  'kyverno',
  'gatekeeper',
  'admission',
  'pod-security',
] as const;

/** The engine that reads what another one goes by. */
const readBy: Readonly<Record<string, string>> = {
  'pod-security': 'kubernetes',
};

/** Outcomes of asking a cluster that answered. */
export const answering: readonly Outcome[] = ['ok', 'throttled', 'expired'];

/** Clusters that the caller may see, in promotion order. */
export async function readPolicyClusters(
  context: QueryContext,
  access: Access,
  narrow: (clusters: Knex.QueryBuilder) => void = () => {},
): Promise<PolicyCluster[]> {
  const { database } = context;
  const query = database('clusters').select(
    'name',
    'environment',
    'region',
    'outcome',
    'message',
    'last_contact_at',
    'found_engines',
  );
  whereClusterVisible(query, access);
  narrow(query);
  const rows: object[] = await query;
  const unread = groupBy(
    await readUnread(database, {
      engines: ['kyverno', 'gatekeeper', 'admission'],
    }),
    ({ cluster }) => cluster,
  );
  const namespaces = await countNamespaces(database);
  return rows
    .map(row => withoutNulls<ClusterRow>(row))
    .sort(byPromotion(context.environments))
    .map(row =>
      toPolicyCluster(
        row,
        {
          unread: unread.get(row.name) ?? [],
          namespaces: namespaces.get(row.name) ?? 0,
        },
        context,
      ),
    );
}

/** By cluster; but for those of Kubernetes itself. */
async function countNamespaces(database: Knex): Promise<Map<string, number>> {
  const rows: { cluster: string; count: number | string }[] =
    await namespacesOfPeople(database)
      .groupBy('cluster')
      .select('cluster')
      .countDistinct({ count: 'object_key' });
  return new Map(rows.map(({ cluster, count }) => [cluster, Number(count)]));
}

/** Asks for the records of namespaces, several of one perhaps, as its labels may be a policy; but for those of Kubernetes itself. */
export function namespacesOfPeople(database: Knex): Knex.QueryBuilder {
  return database('records')
    .where('records.collection', 'kubernetes:namespaces.')
    .whereRaw("records.object_key not like 'kube-%'");
}

function toPolicyCluster(
  row: ClusterRow,
  { unread, namespaces }: { unread: readonly Unread[]; namespaces: number },
  context: QueryContext,
): PolicyCluster {
  const found: string[] = row.found_engines
    ? JSON.parse(row.found_engines)
    : [];
  const freshness = clusterFreshness(row, context);
  return {
    name: row.name,
    entityRef: clusterEntityRef(row.name),
    environment: row.environment,
    region: row.region,
    freshness,
    silence: answering.includes(row.outcome) ? undefined : freshness.reason,
    engines: policyEngines.filter(engine =>
      found.includes(readBy[engine] ?? engine),
    ),
    unread: new Map(
      policyEngines.flatMap(engine => {
        const missed = unread.find(
          item => item.engine === (readBy[engine] ?? engine),
        );
        return missed ? [[engine, unreadInWords(missed)] as const] : [];
      }),
    ),
    namespaces,
  };
}
