import type { JsonObject } from '@backstage/types';
import type { PortalOptions } from './Portal';

/** What app-config would say. The spokes stand where both plugins read them. */
export function portalConfig({
  port,
  token,
  database,
  spokes,
  entities,
  config,
}: PortalOptions & { port: number; token: string }): JsonObject {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    ...config,
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { ...database.config },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'bench' } },
        ],
      },
    },
    catalog: {
      locations: entities ? [{ type: 'file', target: entities }] : [],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: spokes.map(spoke => ({
            name: spoke.name,
            url: spoke.url,
            authProvider: 'serviceAccount',
            serviceAccountToken: spoke.token,
            // The spokes serve no metrics.
            skipMetricsLookup: true,
          })),
        },
      ],
    },
  };
}
