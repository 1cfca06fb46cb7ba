import diagnostics from 'node:diagnostics_channel';
import { createBackend } from '@backstage/backend-defaults';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { transports } from 'winston';
import { serve } from '../child/serve';
import { barePlugin } from './barePlugin';

const lists = new Set<string>();

/** Backstage's own looks for secrets in config with the TypeScript compiler, which takes more memory than all that is measured. */
const plainLogger = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () =>
    WinstonLogger.create({
      level: 'warn',
      format: WinstonLogger.colorFormat(),
      transports: [new transports.Console()],
    }),
});

/** Remembers which lists a cluster is asked for. */
function recordLists(cluster: string): void {
  diagnostics.subscribe('undici:request:create', message => {
    const { origin, path } = (
      message as { request: { origin: string | URL; path: string } }
    ).request;
    const query = new URLSearchParams(path.split('?')[1]);
    const isList = query.has('limit') && !query.has('continue');
    if (isList && new URL(origin).origin === new URL(cluster).origin) {
      lists.add(path);
    }
  });
}

const handlers = {
  async start(options: {
    config: JsonObject;
    plugin: 'fleet' | 'kubernetes';
    /** With the catalog beside it. */
    catalog: boolean;
    /** URL of a cluster. */
    recordLists?: string;
  }): Promise<void> {
    if (options.recordLists) {
      recordLists(options.recordLists);
    }
    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(options.config),
      }),
    );
    backend.add(plainLogger);
    if (options.catalog) {
      backend.add(import('@backstage/plugin-catalog-backend'));
    }
    backend.add(
      options.plugin === 'fleet'
        ? import('@fleetcommander/backstage-plugin-fleet-backend')
        : import('@backstage/plugin-kubernetes-backend'),
    );
    backend.add(barePlugin);
    await backend.start();
  },

  lists(): string[] {
    return [...lists];
  },
};

export type PortalHandlers = typeof handlers;

serve(handlers);
