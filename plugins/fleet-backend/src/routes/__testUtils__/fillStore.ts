import type {
  ClusterDefinition,
  FleetRecord,
  RecordBase,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ownerKey } from '@fleetcommander/backstage-plugin-fleet-node';
import { entityDirectoryOf } from '../../ownership/entityDirectoryOf';
import type { ClusterLease, CollectionKey } from '../../store/FleetPollStore';
import type { FleetStore } from '../../store/FleetStore';

const at = new Date('2026-11-20T12:00:00Z');

/** Two spokes: staging, of team pay, and production. */
export const definitions: ClusterDefinition[] = [
  { name: 'stg-1', labels: { environment: 'staging', team: 'pay' } },
  { name: 'prod-1', labels: { environment: 'production', team: 'core' } },
].map(given => ({
  ...given,
  url: `https://${given.name}.example.org`,
  source: 'test',
  signIn: { provider: 'serviceAccount' },
}));

const kustomizations: CollectionKey = {
  engine: 'flux',
  group: 'kustomize.toolkit.fluxcd.io',
  version: 'v1',
  kind: 'Kustomization',
  plural: 'kustomizations',
};

const deployments: CollectionKey = {
  engine: 'kubernetes',
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
};

function recordBase(key: CollectionKey, namespace: string, name: string) {
  return {
    engine: key.engine,
    apiVersion: `${key.group}/${key.version}`,
    kind: key.kind,
    namespace,
    name,
    state: 'healthy',
    summary: 'All is well',
    since: at.toISOString(),
    ownerKey: ownerKey({
      kind: 'Kustomization',
      namespace: 'flux-system',
      name,
    }),
    proofs: { 'fleetcommander.io/entity': `component:default/${name}` },
  } satisfies RecordBase;
}

function application(name: string): FleetRecord {
  return {
    ...recordBase(kustomizations, 'flux-system', name),
    type: 'application',
    target: { type: 'own-cluster' },
    targetNamespace: name,
    suspended: false,
    automated: true,
    deleting: false,
    drift: { ignoreRules: [{ jsonPointers: ['/spec/replicas'] }] },
    version: '1.4.2',
    revision: 'main@sha1:abc',
    sources: [],
    images: [`registry.example.org/${name}:1.4.2`],
    resources: [
      {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: name,
        name,
      },
    ],
    history: [],
  };
}

function workload(name: string): FleetRecord {
  return {
    ...recordBase(deployments, name, name),
    type: 'workload',
    images: [{ container: name, image: `registry.example.org/${name}:1.4.2` }],
    version: '1.4.2',
    desired: 1,
    ready: 1,
  };
}

/** On each cluster `web`, of team pay, and `ledger`, of team core, each with a Deployment. Answers the leases to write more with. */
export async function fillStore(store: FleetStore): Promise<ClusterLease[]> {
  await store.setDirectory(
    entityDirectoryOf(
      Object.entries({ web: 'pay', ledger: 'core' }).map(([name, owner]) => ({
        entityRef: `component:default/${name}`,
        ownerRefs: [`group:default/${owner}`],
      })),
    ),
  );
  await store.syncClusters(definitions, {
    complete: true,
    environmentOf: ({ labels }) => ({
      environment: labels.environment,
      region: 'eu-west-1',
    }),
  });
  const leases = await store.claimClusters({
    replica: 'test',
    limit: 10,
    leaseSeconds: 60,
  });
  for (const lease of leases) {
    await store.write(lease, {
      at,
      contact: {
        reachability: {
          outcome: 'ok',
          since: at.toISOString(),
          lastContactAt: at.toISOString(),
        },
        uid: lease.cluster,
        version: 'v1.34.2',
        engines: ['flux', 'kubernetes'],
      },
      collections: [
        [kustomizations, application] as const,
        [deployments, workload] as const,
      ].map(([key, recordOf]) => ({
        state: {
          ...key,
          projection: '1',
          outcome: 'ok',
          since: at,
          provenAt: at,
          held: false,
          populated: true,
          everySeconds: 30,
        },
        objects: ['web', 'ledger'].map(name => ({
          key: `${recordOf(name).namespace}/${name}`,
          records: [recordOf(name)],
        })),
      })),
    });
  }
  return leases;
}
