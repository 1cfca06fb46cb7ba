import type { Knex } from 'knex';
import type { DatabaseKind } from '../databases/Database';
import { openDatabase } from '../databases/openDatabase';
import type { Scope } from '../measure/Scope';
import {
  DatabaseFleetStore,
  detectApplications,
  detectObjects,
  driftRules,
  markDeliveries,
  recordId,
  seenObjects,
  sweepDrifts,
  type CollectionChange,
  type DriftRules,
} from '../backend';
import { changeOf, clusterOf, keyOf, kustomizationOf } from './storedFleet';

const applicationsEach = 100;
const start = Date.parse('2026-01-05T08:00:00Z');
/** What changed is compared once it has rested for a minute. */
const restedMs = 65_000;

/** Drifts that were found, and what that took. */
export interface Detection {
  ms: number;
  found: number;
}

/**
 * Fills a store with a fleet, and has drift detected after one application of each cluster was edited, and after all were. The one is
 * the same on all clusters, and so of one delivery key.
 */
export async function detectionCost(options: {
  database: DatabaseKind;
  directory: string;
  clusters: number;
  scope: Scope;
}): Promise<{ changed: Detection; full: Detection }> {
  const { scope, clusters } = options;
  const database = await openDatabase(options);
  const rules = driftRules({ environments: ['staging', 'production'] });
  let now = start;
  const store = await DatabaseFleetStore.create({
    database,
    ownership: { labels: [], annotations: [], namespaces: [], projects: [] },
    environments: [],
    links: {},
    drift: rules,
    staleAfterSeconds: 60,
    now: () => new Date(now),
  });
  scope.add({ stop: () => database.destroy() });
  const names = Array.from({ length: clusters }, (_, i) => `spoke-${i}`);
  const all = Array.from({ length: applicationsEach }, (_, i) => i);
  await store.syncClusters(names.map(clusterOf), {
    complete: true,
    environmentOf: ({ labels }) => labels,
  });
  const leases = await store.claimClusters({
    replica: 'bench',
    limit: clusters,
    leaseSeconds: 86_400,
  });
  for (const lease of leases) {
    await store.write(lease, {
      at: new Date(now),
      contact: {
        reachability: { outcome: 'ok' },
        version: 'v1.34.2',
        engines: ['flux', 'kubernetes'],
      },
      collections: changeOf(all, 'applied'),
    });
  }
  const settle = async () => {
    now += restedMs;
    await sweepDrifts(database, rules, new Date(now));
    now += restedMs;
    await sweepDrifts(database, rules, new Date(now));
  };
  await settle();

  let ms = 0;
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await work();
    ms += performance.now() - began;
    return answer;
  };
  const detect = async (indices: number[]): Promise<Detection> => {
    ms = 0;
    let found = 0;
    const at = new Date(now);
    for (const name of names) {
      const changes = changeOf(indices, 'edited');
      // It goes on in the transaction in which a poll is written.
      found += await database.transaction(trx =>
        timed(() => detectIn(trx, rules, name, { indices, changes, at })),
      );
    }
    await database.transaction(trx => markDeliveries(trx, indices.map(keyOf)));
    await timed(settle);
    return { ms, found };
  };
  await detect([1]); // What has just begun is slow.
  return { changed: await detect([0]), full: await detect(all) };
}

async function detectIn(
  trx: Knex.Transaction,
  rules: DriftRules,
  cluster: string,
  poll: {
    indices: readonly number[];
    changes: CollectionChange[];
    at: Date;
  },
): Promise<number> {
  const { indices, changes, at } = poll;
  const ids = indices.map(index => recordId(cluster, kustomizationOf(index)));
  const objects = await seenObjects(trx, cluster, changes);
  return (
    (await detectApplications(trx, rules, ids, at)) +
    (await detectObjects(trx, rules, cluster, objects, at))
  );
}
