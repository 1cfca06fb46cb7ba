import type {
  Freshness,
  Summary,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { Access, Filter } from '../FleetQueryStore';
import type { ClusterRow } from '../rows/ClusterRow';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { whereApplication } from './applicationFilters';
import { byPromotion } from './byPromotion';
import { whereListedCluster } from './clusterFilters';
import { countDrifts } from './countDrifts';
import type { QueryContext } from './QueryContext';
import { readAttention } from './readAttention';
import { countApplicationsByState } from './readClusters';
import { summariseHubs } from './summariseHubs';
import { summaryCell, sumStates } from './summaryCell';
import { clusterFreshness } from './toCluster';

/** Clusters named as having old facts. */
const mostOldest = 20;

/** Whose overview, and of what: `filter` is that of applications; clusters are narrowed by what of it places them. */
export interface SummaryQuery {
  access: Access;
  filter?: Filter;
}

/** Is the fleet well, and what needs me? */
export async function getSummary(
  context: QueryContext,
  query: SummaryQuery,
): Promise<Omit<Summary, 'sourceProblems'>> {
  const { database } = context;
  const clusters = await readClusterRows(context, query);
  const counts = await countApplicationsByState(
    database,
    query.access,
    applications => whereApplication(database, applications, query),
  );
  const byCluster = groupBy(counts, ({ cluster }) => cluster);
  const members = groupBy(clusters, ({ environment, region }) =>
    JSON.stringify([environment, region]),
  );
  const ages = clusters
    .map(row => ({
      cluster: row.name,
      freshness: clusterFreshness(row, context),
    }))
    .sort((a, b) => compareAges(a.freshness, b.freshness));
  return {
    clusters: sumStates(clusters.map(({ state }) => ({ state, count: 1 }))),
    applications: sumStates(counts),
    drift: await countDrifts(context, {
      access: query.access,
      filter: query.filter?.map(driftOf),
    }),
    ...(await readAttention(context, query, clusters)),
    environments: [
      ...new Set(clusters.flatMap(({ environment }) => environment ?? [])),
    ],
    regions: [
      ...new Set(clusters.flatMap(({ region }) => region ?? [])),
    ].sort(),
    cells: [...members.values()].map(some =>
      summaryCell(some, byCluster, context),
    ),
    freshness: (ages.find(({ freshness }) => !freshness.stale) ?? ages[0])
      ?.freshness ?? { stale: false },
    oldest: ages
      .filter(({ freshness }) => freshness.stale)
      .slice(0, mostOldest),
    unowned: await countUnowned(context, query),
    hubs: await summariseHubs(context, query.access, clusters),
  };
}

/** In promotion order. */
async function readClusterRows(
  { database, environments }: QueryContext,
  { access, filter }: SummaryQuery,
): Promise<ClusterRow[]> {
  const query = database('clusters');
  whereListedCluster(query, { access, filter: filter?.map(placeOf) });
  const rows: object[] = await query;
  return rows
    .map(row => withoutNulls<ClusterRow>(row))
    .sort(byPromotion(environments));
}

function placeOf(alternative: Filter[number]): Filter[number] {
  const { environment, region, cluster } = alternative;
  return {
    ...(environment && { environment }),
    ...(region && { region }),
    ...(cluster && { name: cluster }),
  };
}

/** What narrows drift as it narrows applications. */
function driftOf({
  environment,
  region,
  cluster,
  engine,
  owner,
  entity,
}: Filter[number]): Filter[number] {
  return {
    ...(environment && { environment }),
    ...(region && { region }),
    ...(cluster && { cluster }),
    ...(engine && { engine }),
    ...(owner && { owner }),
    ...(entity && { entity }),
  };
}

async function countUnowned(
  { database }: QueryContext,
  query: SummaryQuery,
): Promise<number> {
  const unowned = database('applications')
    .whereNull('applications.link_basis')
    .count({ count: '*' });
  whereApplication(database, unowned, query);
  const [{ count }] = await unowned;
  return Number(count);
}

/** Oldest first. */
function compareAges(a: Freshness, b: Freshness): number {
  return (a.observedAt ?? '') < (b.observedAt ?? '') ? -1 : 1;
}
