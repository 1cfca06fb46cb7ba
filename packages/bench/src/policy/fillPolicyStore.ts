import type { Knex } from 'knex';
import { DatabaseFleetStore, driftRules } from '../backend';
import {
  clusterOf,
  policiesOn,
  policyName,
  type StoredSize,
} from './storedPolicies';

/** Names that production must enforce. */
export const demanded = Array.from({ length: 20 }, (_, index) =>
  policyName(index),
);

/** A store that has read a fleet, each of whose namespaces belongs to a team. */
export async function fillPolicyStore(
  database: Knex,
  size: StoredSize & { clusters: number },
): Promise<DatabaseFleetStore> {
  const { clusters } = size;
  const store = await DatabaseFleetStore.create({
    database,
    ownership: {
      labels: [],
      annotations: [],
      namespaces: Array.from({ length: 20 }, (_, index) => ({
        pattern: `team-${index}`,
        entityRef: `group:default/team-${index}`,
      })),
      projects: [],
    },
    environments: ['development', 'staging', 'production'].map(name => ({
      name,
      words: [name],
    })),
    links: {},
    drift: driftRules({ environments: [] }),
    baselines: () => [
      {
        environments: ['production'],
        policies: demanded,
        controls: [],
        mode: 'enforce',
      },
    ],
    staleAfterSeconds: 60,
  });
  const names = Array.from(
    { length: clusters },
    (_, index) => `spoke-${index}`,
  );
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
    const [namespaces, ...others] = policiesOn(
      names.indexOf(lease.cluster),
      size,
    );
    const contact = {
      reachability: { outcome: 'ok' as const },
      version: 'v1.34.2',
      engines: ['kubernetes', 'kyverno', 'policy-reports'],
    };
    for (const collections of [[namespaces], others]) {
      await store.write(lease, { at: new Date(), contact, collections });
    }
  }
  // As a database has it that has been in use for a while.
  await database.raw('analyze');
  return store;
}
