import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { AdminClient } from './AdminClient';
import { git } from './git';
import { reconciled } from './manifests';

const execute = promisify(execFile);

/** Plays source-controller where it cannot be built, as far as kustomize-controller sees of it: an artifact over HTTP, named by a status. */
export class SourceStandIn {
  readonly #admin: AdminClient;
  readonly #directory: string;
  readonly #artifacts = new Map<string, Buffer>();
  readonly #server: Server;

  static async start(options: {
    admin: AdminClient;
    directory: string;
  }): Promise<SourceStandIn> {
    const standIn = new SourceStandIn(options);
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  private constructor(options: { admin: AdminClient; directory: string }) {
    this.#admin = options.admin;
    this.#directory = options.directory;
    this.#server = createServer((incoming, outgoing) => {
      const artifact = this.#artifacts.get(incoming.url ?? '');
      outgoing.writeHead(artifact ? 200 : 404).end(artifact);
    });
  }

  /** Fetches what the repository has now. */
  async fetch(gitRepository: KubernetesObject) {
    const { spec } = await this.#admin.get(gitRepository);
    const { url } = spec as { url: string };
    const clone = await mkdtemp(join(this.#directory, 'clone-'));
    await git(clone, 'clone', '--depth=1', url, 'tree');
    const tree = join(clone, 'tree');
    const commit = await git(tree, 'rev-parse', 'HEAD');
    const file = join(clone, 'artifact.tar.gz');
    await execute('tar', ['-czf', file, '--exclude=.git', '-C', tree, '.']);
    const artifact = await readFile(file);
    const path = `${commit}.tar.gz`;
    this.#artifacts.set(`/${path}`, artifact);
    const { port } = this.#server.address() as AddressInfo;
    const revision = `main@sha1:${commit}`;
    await this.#admin.setStatus(gitRepository, {
      ...reconciled(revision),
      artifact: {
        path,
        url: `http://127.0.0.1:${port}/${path}`,
        revision,
        digest: `sha256:${createHash('sha256').update(artifact).digest('hex')}`,
        size: artifact.length,
        lastUpdateTime: new Date().toISOString(),
      },
    });
  }

  async stop() {
    this.#server.closeAllConnections();
    await once(this.#server.close(), 'close');
  }
}
