import {
  statesByUrgency,
  type AttentionItem,
  type Summary,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ApplicationRow } from '../rows/ApplicationRow';
import type { ClusterRow } from '../rows/ClusterRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { whereApplication } from './applicationFilters';
import { readTroubledClaims } from './claims/readTroubledClaims';
import type { SummaryQuery } from './getSummary';
import { readTroubledPromotions } from './promotion/readTroubledPromotions';
import type { QueryContext } from './QueryContext';
import { clusterEntityRef } from './toCluster';

const mostItems = 50;

/** What needs a person, worst first. `clusters` are those that the caller sees. */
export async function readAttention(
  context: QueryContext,
  query: SummaryQuery,
  clusters: readonly ClusterRow[],
): Promise<Pick<Summary, 'attention' | 'attentionTotal'>> {
  const troubled = clusters.filter(needsPerson);
  const owners = await readOwners(context.database, troubled);
  const ofClusters = troubled.map(cluster => toItem(cluster, owners));
  const applications = await readTroubled(context, query);
  const claims = await readTroubledClaims(context, query, mostItems);
  const promotions = await readTroubledPromotions(context, query, mostItems);
  return {
    attention: [
      ...ofClusters,
      ...applications.items,
      ...claims.items,
      ...promotions.items,
    ]
      .sort(
        (a, b) =>
          statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state) ||
          b.clusters.length - a.clusters.length ||
          (a.title < b.title ? -1 : 1),
      )
      .slice(0, mostItems),
    attentionTotal:
      ofClusters.length + applications.total + claims.total + promotions.total,
  };
}

function needsPerson({ state, outcome }: ClusterRow): boolean {
  return (
    state === 'unreachable' ||
    state === 'not-allowed' ||
    state === 'degraded' ||
    outcome === 'misconfigured'
  );
}

/** Owners by entity, as the catalog has them: it gives clusters that name none a default. */
async function readOwners(
  database: Knex,
  clusters: readonly ClusterRow[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const some of chunks(clusters)) {
    const rows: { ref: string; owner: string }[] = await database(
      'entity_owners',
    )
      .whereIn(
        'ref',
        some.map(({ name }) => clusterEntityRef(name)),
      )
      .orderBy('owner', 'desc')
      .select('ref', 'owner');
    for (const { ref, owner } of rows) {
      owners.set(ref, owner);
    }
  }
  return owners;
}

function toItem(
  cluster: ClusterRow,
  owners: ReadonlyMap<string, string>,
): AttentionItem {
  const entityRef = clusterEntityRef(cluster.name);
  return {
    type: 'cluster',
    title: cluster.title ?? cluster.name,
    state: cluster.state,
    summary: cluster.summary,
    since: cluster.since,
    entityRef,
    ownerRef: cluster.owner_ref ?? owners.get(entityRef),
    cluster: cluster.name,
    clusters: [cluster.name],
    total: 1,
    environment: cluster.environment,
  };
}

const troubledColumns = [
  'applications.id',
  'applications.delivery_key',
  'applications.title',
  'applications.state',
  'applications.summary',
  'applications.since',
  'applications.at_cluster',
  'applications.entity_refs',
  'applications.owner_refs',
];

type TroubledRow = Pick<
  ApplicationRow,
  | 'id'
  | 'delivery_key'
  | 'title'
  | 'state'
  | 'summary'
  | 'since'
  | 'at_cluster'
  | 'entity_refs'
  | 'owner_refs'
> & { environment?: string };

/** Failing applications, those that are the same thing as one item. */
async function readTroubled(
  { database }: QueryContext,
  query: SummaryQuery,
): Promise<{ items: AttentionItem[]; total: number }> {
  const troubled = () => {
    const applications = database('applications').whereRaw(
      "applications.state in ('failing', 'degraded')",
    );
    whereApplication(database, applications, query);
    return applications;
  };
  const [{ total }] = await troubled().countDistinct({
    total: 'applications.delivery_key',
  });
  const keys: string[] = await troubled()
    .groupBy('applications.delivery_key')
    .orderByRaw('min(applications.urgency), count(*) desc')
    .orderBy('applications.delivery_key')
    .limit(mostItems)
    .pluck('applications.delivery_key');
  const rows: object[] = await troubled()
    .leftJoin('clusters', 'clusters.name', 'applications.target_cluster')
    .whereIn('applications.delivery_key', keys)
    .orderBy(['applications.urgency', 'applications.at_cluster'])
    .select(troubledColumns)
    .select('clusters.environment');
  const running = await countRunning(database, query, keys);
  const groups = groupBy(
    rows.map(row => withoutNulls<TroubledRow>(row)),
    row => row.delivery_key,
  );
  return {
    total: Number(total),
    items: [...groups.values()].map(group => toTroubledItem(group, running)),
  };
}

interface Running {
  delivery_key: string;
  environment: string | null;
  clusters: number | string;
}

/** On how many clusters each runs, well or not. */
async function countRunning(
  database: Knex,
  query: SummaryQuery,
  keys: readonly string[],
): Promise<Running[]> {
  const running: Knex.QueryBuilder = database('applications')
    .leftJoin('clusters', 'clusters.name', 'applications.target_cluster')
    .whereIn('applications.delivery_key', [...keys])
    .groupBy('applications.delivery_key', 'clusters.environment')
    .select('applications.delivery_key', 'clusters.environment')
    .countDistinct({ clusters: 'applications.at_cluster' });
  whereApplication(database, running, query);
  return running;
}

function toTroubledItem(
  group: readonly TroubledRow[],
  running: readonly Running[],
): AttentionItem {
  const [worst] = group;
  const environments = new Set(group.map(({ environment }) => environment));
  const environment = environments.size === 1 ? worst.environment : undefined;
  const total = running
    .filter(
      row =>
        row.delivery_key === worst.delivery_key &&
        (environment === undefined || row.environment === environment),
    )
    .reduce((sum, { clusters }) => sum + Number(clusters), 0);
  const entityRefs = refsOf(worst.entity_refs);
  return {
    type: 'application',
    title: worst.title,
    state: worst.state,
    summary: worst.summary,
    since: group
      .flatMap(({ since }) => since ?? [])
      .sort()
      .at(0),
    entityRef: entityRefs.length === 1 ? entityRefs[0] : undefined,
    ownerRef: refsOf(worst.owner_refs).at(0),
    applicationId: worst.id,
    deliveryKey: worst.delivery_key,
    clusters: [...new Set(group.map(({ at_cluster: name }) => name))],
    total,
    environment,
  };
}

function refsOf(refs: string | undefined): string[] {
  return refs ? JSON.parse(refs) : [];
}
