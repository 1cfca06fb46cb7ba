import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Database } from '../databases/Database';
import { freePort } from '../measure/freePort';
import { until } from '../measure/until';
import { packagePath } from '../paths';
import type { SpokeAccess } from './SpokeAccess';
import { writeKubeconfig } from './writeKubeconfig';

/** The catalog index with pages from the backend: without, the browser would hold every entity. */
const extensions = [
  { 'app/routes': { config: { redirects: [{ from: '/', to: '/fleet' }] } } },
  { 'page:catalog': { config: { pagination: { mode: 'cursor', limit: 50 } } } },
];

/** The portal as script/server starts it, screens included. */
export class WholePortal {
  readonly client: FleetClient;

  static async start(options: {
    directory: string;
    database: Database;
    spokes: readonly SpokeAccess[];
    entities: string;
  }): Promise<WholePortal> {
    const { directory, database, spokes, entities } = options;
    const kubeconfig = join(directory, 'kubeconfig');
    await writeFile(kubeconfig, writeKubeconfig(spokes), { mode: 0o600 });
    const port = await freePort();
    const log = join(directory, 'portal.log');
    const output = openSync(log, 'a');
    const server = spawn(
      packagePath('../../script/server'),
      ['--kubeconfig', kubeconfig],
      {
        env: {
          ...process.env,
          PORTAL_PORT: String(port),
          PORTAL_DATA: join(directory, 'portal'),
          LOG_LEVEL: 'warn',
          APP_CONFIG_backend_database: JSON.stringify(database.config),
          APP_CONFIG_app_extensions: JSON.stringify(extensions),
          APP_CONFIG_catalog_processingInterval: '{"hours": 24}',
          APP_CONFIG_catalog_locations: JSON.stringify([
            { type: 'file', target: entities },
          ]),
        },
        stdio: ['ignore', output, output],
      },
    );
    const portal = new WholePortal(server, `http://localhost:${port}`);
    try {
      await until(
        'The portal',
        { everyMs: 1_000, timeoutMs: 10 * 60_000 },
        async () => {
          if (server.exitCode !== null) {
            throw new Error(readFileSync(log, 'utf8').slice(-2_000));
          }
          return readFileSync(log, 'utf8').includes('Fleet Commander is at')
            ? true
            : undefined;
        },
      );
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  private constructor(
    private readonly server: ChildProcess,
    readonly url: string,
  ) {
    this.client = new FleetClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${url}/api/${pluginId}`,
      },
      fetchApi: { fetch: (input, init) => this.fetch(input, init) },
    });
  }

  /** As a guest. */
  async fetch(
    input: Parameters<typeof fetch>[0],
    init?: RequestInit,
  ): Promise<Response> {
    const answer = await fetch(`${this.url}/api/auth/guest/refresh`);
    const { backstageIdentity } = await answer.json();
    return fetch(input, {
      ...init,
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    });
  }

  async stop(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) {
      const ended = once(this.server, 'exit');
      this.server.kill('SIGTERM');
      await ended;
    }
  }
}
