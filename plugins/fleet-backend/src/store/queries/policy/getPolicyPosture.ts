import { parseEntityRef } from '@backstage/catalog-model';
import {
  policySeverities,
  type PolicyPosture,
  type PolicyPostureItem,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ListQuery } from '../../FleetQueryStore';
import { pageOf } from '../pageOf';
import type { QueryContext } from '../QueryContext';
import { countChanged } from './countChanged';
import {
  addOpen,
  countOpenResults,
  noneOpen,
  type PostureGroup,
} from './countOpenResults';
import { whereColumn } from './coverageFilter';
import { readEnforced, type Enforced } from './readEnforced';
import { readOwnerClusters } from './readOwnerClusters';
import { readPolicyClusters, type PolicyCluster } from './readPolicyClusters';

/** What the posture is asked of. */
export interface PostureQuery extends ListQuery {
  groupBy?: PostureGroup;
}

const weekMs = 7 * 24 * 60 * 60_000;

/** Open results by owner, environment or cluster, worst first, and also those that break nothing. */
export async function getPolicyPosture(
  context: QueryContext,
  query: PostureQuery,
): Promise<PolicyPosture> {
  const { database, now } = context;
  const { groupBy: by = 'owner', access } = query;
  const clusters = await readPolicyClusters(context, access, columns =>
    whereColumn(columns, query.filter),
  );
  const items = new Map<string, PolicyPostureItem>();
  const itemOf = (key: string) => {
    const item = items.get(key) ?? emptyItem(key, by);
    items.set(key, item);
    return item;
  };
  for (const row of await countOpenResults(database, query, by)) {
    for (const key of keysOf(row.group, by)) {
      const item = itemOf(key);
      item.open = addOpen(item.open, row.open);
      item.resources += row.resources;
      item.oldestSince = earliest(item.oldestSince, row.oldestSince);
    }
  }
  const since = new Date(now().getTime() - weekMs).toISOString();
  for (const row of await countChanged(database, query, by, since)) {
    for (const key of keysOf(row.group, by)) {
      itemOf(key).changed.began += row.began;
      itemOf(key).changed.ended += row.ended;
    }
  }
  const enforced = await readEnforced(
    database,
    clusters.map(({ name }) => name),
  );
  const asked = Boolean(query.filter || query.text);
  for (const [key, names] of await placesOf(context, query, by, clusters)) {
    // Who breaks nothing is only among all, not among what was asked for.
    if (items.has(key) || by !== 'owner' || !asked) {
      itemOf(key).enforced = shareOf(names, enforced);
    }
  }
  return pageOf([...items.values()].sort(worstFirst), query);
}

function emptyItem(key: string, by: PostureGroup): PolicyPostureItem {
  return {
    key,
    title: titleOf(key, by),
    open: noneOpen(),
    resources: 0,
    changed: { began: 0, ended: 0 },
  };
}

function titleOf(key: string, by: PostureGroup): string {
  if (by === 'owner') {
    return key ? parseEntityRef(key).name : 'Unowned';
  }
  return key || 'No environment';
}

/** What several own counts for each. */
function keysOf(group: string | null, by: PostureGroup): string[] {
  if (by !== 'owner') {
    return [group ?? ''];
  }
  const owners: string[] = group ? JSON.parse(group) : [];
  return owners.length > 0 ? owners : [''];
}

function earliest(a: string | undefined, b: string | undefined) {
  return a !== undefined && (b === undefined || a < b) ? a : b;
}

/** The clusters of each owner, environment or cluster. */
async function placesOf(
  { database }: QueryContext,
  { access }: ListQuery,
  by: PostureGroup,
  clusters: readonly PolicyCluster[],
): Promise<Map<string, string[]>> {
  if (by === 'owner') {
    return readOwnerClusters(database, access);
  }
  const places = new Map<string, string[]>();
  for (const { name, environment = '' } of clusters) {
    const key = by === 'cluster' ? name : environment;
    places.set(key, [...(places.get(key) ?? []), name]);
  }
  return places;
}

/** Of all policies on the clusters, each counted on each; undefined where there is none. */
function shareOf(
  clusters: readonly string[],
  counts: ReadonlyMap<string, Enforced>,
): number | undefined {
  const here = clusters.flatMap(name => counts.get(name) ?? []);
  const policies = here.reduce((sum, item) => sum + item.policies, 0);
  const enforced = here.reduce((sum, item) => sum + item.enforced, 0);
  return policies > 0 ? enforced / policies : undefined;
}

function worstFirst(a: PolicyPostureItem, b: PolicyPostureItem): number {
  for (const severity of policySeverities) {
    const difference = b.open[severity] - a.open[severity];
    if (difference !== 0) {
      return difference;
    }
  }
  return a.title < b.title ? -1 : Number(a.title > b.title);
}
