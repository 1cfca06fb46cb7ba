import { platformVersion } from './ClusterClaim';
import { DatabaseClaim } from './parts/databaseParts';

function database(
  name: string,
  namespace: string,
  spec: DatabaseClaim['spec'],
): DatabaseClaim {
  return {
    apiVersion: platformVersion,
    kind: 'PostgresDatabase',
    metadata: { name, namespace },
    spec,
  };
}

/** The databases that teams asked for. One asks for more than its cloud has. */
export const databases: readonly DatabaseClaim[] = [
  database('wishlists', 'team-web', {
    version: '17',
    size: 'small',
    storageGib: 20,
    highAvailable: false,
    environment: 'development',
  }),
  database('ledger', 'team-pay', {
    version: '17',
    size: 'medium',
    storageGib: 200,
    highAvailable: true,
    environment: 'production',
  }),
  database('search-index', 'team-search', {
    version: '17',
    size: 'large',
    storageGib: 500,
    highAvailable: true,
    environment: 'staging',
  }),
];

/** The namespaces of those who may ask for databases. */
export const teamNamespaces = ['team-pay', 'team-search', 'team-web'];
