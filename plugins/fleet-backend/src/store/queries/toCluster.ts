import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  clusterEntityName,
  type Cluster,
  type EngineOnCluster,
  type Outcome,
  type StateCounts,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { StoredEngine } from '../poll/aggregateCluster';
import { toReachability } from '../poll/readPollState';
import type { ClusterRow } from '../rows/ClusterRow';
import { freshnessOf } from './freshnessOf';
import type { QueryContext } from './QueryContext';

/** What is not in the row of a cluster. */
export interface AroundCluster {
  applications: StateCounts;
  workloads: StateCounts;
  /** How reading the kinds of each engine went. */
  outcomes: { engine: string; outcome: Outcome }[];
}

export function toCluster(
  row: ClusterRow,
  { applications, workloads, outcomes }: AroundCluster,
  context: QueryContext,
): Cluster {
  return {
    name: row.name,
    title: row.title,
    uid: row.uid,
    entityRef: clusterEntityRef(row.name),
    ownerRef: row.owner_ref,
    hub: Boolean(row.hub),
    source: row.source,
    labels: JSON.parse(row.labels),
    environment: row.environment,
    region: row.region,
    provider: row.provider,
    state: row.state,
    summary: row.summary,
    since: row.since,
    reachability: toReachability(row),
    version: row.version,
    nodes: row.nodes && JSON.parse(row.nodes),
    capacity: row.capacity && JSON.parse(row.capacity),
    engines: enginesOf(row, outcomes),
    applications,
    workloads,
    namespaces: row.namespaces,
    freshness: clusterFreshness(row, context),
    links: JSON.parse(row.links),
  };
}

/** The Resource that stands for a cluster in the catalog. */
export function clusterEntityRef(name: string): string {
  return stringifyEntityRef({
    kind: 'resource',
    namespace: 'default',
    name: clusterEntityName(name),
  });
}

export function clusterFreshness(
  row: Pick<ClusterRow, 'outcome' | 'message' | 'last_contact_at'>,
  context: QueryContext,
) {
  return freshnessOf(
    {
      outcome: row.outcome,
      message: row.message,
      observedAt: row.last_contact_at,
    },
    context,
  );
}

function enginesOf(
  row: ClusterRow,
  outcomes: AroundCluster['outcomes'],
): EngineOnCluster[] {
  const found: string[] = row.found_engines
    ? JSON.parse(row.found_engines)
    : [];
  const told: StoredEngine[] = row.engines ? JSON.parse(row.engines) : [];
  const names = new Set([...outcomes.map(({ engine }) => engine), ...found]);
  return [...names].sort().map(name => {
    if (!found.includes(name)) {
      return {
        name,
        installed: false,
        state: 'not-installed',
        summary: 'not installed',
      };
    }
    const own = told.find(engine => engine.name === name);
    const forbidden = outcomes.some(
      ({ engine, outcome }) => engine === name && outcome === 'not-allowed',
    );
    return {
      name,
      installed: true,
      version: own?.version,
      ...(forbidden
        ? { state: 'not-allowed', summary: 'some of its kinds may not be read' }
        : {
            state: own?.state ?? 'healthy',
            summary: own?.summary ?? 'installed',
          }),
    };
  });
}
