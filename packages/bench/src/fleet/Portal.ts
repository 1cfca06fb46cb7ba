import { randomBytes } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import { packagePath } from '../paths';
import { FleetClient } from '@fleetcommander/backstage-plugin-fleet-common';
import { request } from 'undici';
import { Child } from '../child/Child';
import type { Database } from '../databases/Database';
import { freePort } from '../measure/freePort';
import { portalConfig } from './portalConfig';
import type { PortalHandlers } from './portalProcess';
import type { SpokeAccess } from './SpokeAccess';

export interface PortalOptions {
  directory: string;
  plugin: 'fleet' | 'kubernetes';
  database: Database;
  spokes: readonly SpokeAccess[];
  /** A file of entities; with it comes the real catalog. */
  entities?: string;
  /** What else app-config says. */
  config?: JsonObject;
  /** URL of a cluster whose lists are to be remembered. */
  recordLists?: string;
  /** Where to leave a CPU profile. */
  profile?: string;
}

/** A Backstage backend with one plugin, in a process of its own. */
export class Portal {
  readonly client: FleetClient;
  readonly #child: Child<PortalHandlers>;
  readonly #baseUrl: string;
  readonly #token: string;

  /** Resolves when the plugin has started; what it does on its own goes on from there. */
  static async start(options: PortalOptions): Promise<Portal> {
    const { directory, plugin, profile } = options;
    const child = Child.start<PortalHandlers>(
      packagePath('src/fleet/portalProcess.ts'),
      {
        name: plugin,
        directory,
        nodeOptions: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
      },
    );
    try {
      const port = await freePort();
      const token = randomBytes(24).toString('base64url');
      await child.ask('start', {
        config: portalConfig({ ...options, port, token }),
        plugin,
        catalog: options.entities !== undefined,
        recordLists: options.recordLists,
      });
      return new Portal(child, `http://127.0.0.1:${port}`, token);
    } catch (error) {
      await child.stop();
      throw error;
    }
  }

  private constructor(
    child: Child<PortalHandlers>,
    baseUrl: string,
    token: string,
  ) {
    this.#child = child;
    this.#baseUrl = baseUrl;
    this.#token = token;
    this.client = new FleetClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${baseUrl}/api/${pluginId}`,
      },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { ...init?.headers, authorization: `Bearer ${token}` },
          }),
      },
    });
  }

  /** Asks as a browser does and reads the answer; tells its bytes as they were sent. */
  async get(path: string, body?: object): Promise<number> {
    const answer = await request(`${this.#baseUrl}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'accept-encoding': 'gzip',
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const { byteLength } = await answer.body.arrayBuffer();
    if (answer.statusCode !== 200) {
      throw new Error(`${path} answered ${answer.statusCode}`);
    }
    return byteLength;
  }

  usage() {
    return this.#child.ask('usage');
  }

  /** Paths of the lists that the cluster was asked for, with `recordLists`. */
  lists() {
    return this.#child.ask('lists');
  }

  stop() {
    return this.#child.stop();
  }
}
