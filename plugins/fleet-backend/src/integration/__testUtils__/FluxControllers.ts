import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { parse } from 'yaml';
import type { AdminClient } from './AdminClient';
import { freePorts } from './freePorts';
import { Processes } from './Processes';
import type { RealTestCluster } from './RealTestCluster';
import { SourceStandIn } from './SourceStandIn';
import { until } from './until';

const { FLEET_TEST_FLUX: folder = '' } = process.env;

/** Flux's own controllers, from the folder that FLEET_TEST_FLUX names. */
export class FluxControllers {
  readonly #admin: AdminClient;
  readonly #directory: string;
  readonly #environment: Record<string, string>;
  readonly #processes: Processes;
  #sourceStandIn?: SourceStandIn;

  /** Whether there are any; where not, `script/test-cluster` has said why. */
  static get available(): boolean {
    return folder !== '';
  }

  /** Installs their kinds, and resolves when they are ready. The directory is for what they write. */
  static async start(options: {
    cluster: RealTestCluster;
    directory: string;
  }): Promise<FluxControllers> {
    const { cluster, directory } = options;
    await mkdir(directory, { recursive: true });
    for (const crd of await readCrds()) {
      await cluster.admin.install(crd);
    }
    const kubeconfig = join(directory, 'kubeconfig');
    await writeFile(kubeconfig, cluster.adminKubeconfig, { mode: 0o600 });
    const controllers = new FluxControllers({
      admin: cluster.admin,
      directory,
      kubeconfig,
    });
    await controllers.#begin();
    return controllers;
  }

  private constructor(options: {
    admin: AdminClient;
    directory: string;
    kubeconfig: string;
  }) {
    this.#admin = options.admin;
    this.#directory = options.directory;
    this.#processes = new Processes(options.directory);
    this.#environment = {
      KUBECONFIG: options.kubeconfig,
      RUNTIME_NAMESPACE: 'flux-system',
    };
  }

  /** Fetches what the repository of a GitRepository has now, as `flux reconcile source git` does. */
  async fetch(gitRepository: KubernetesObject) {
    await (this.#sourceStandIn?.fetch(gitRepository) ??
      this.reconcile(gitRepository));
  }

  /** Asks for it as `flux reconcile` does, and answers by what the status will say that it is done. */
  async reconcile(object: KubernetesObject): Promise<string> {
    const request = new Date().toISOString();
    const { apiVersion, kind, metadata } = object;
    await this.#admin.apply(
      {
        apiVersion,
        kind,
        metadata: {
          name: metadata.name,
          namespace: metadata.namespace,
          annotations: { 'reconcile.fluxcd.io/requestedAt': request },
        },
      },
      'flux-client-side-apply',
    );
    return request;
  }

  async stop() {
    await this.#processes.stop();
    await this.#sourceStandIn?.stop();
  }

  async #begin() {
    await this.#start('kustomize-controller', {});
    if (existsSync(join(folder, 'source-controller'))) {
      const storage = join(this.#directory, 'artifacts');
      await mkdir(storage, { recursive: true });
      const [port] = await freePorts(1);
      await this.#start('source-controller', {
        'storage-path': storage,
        'storage-addr': `127.0.0.1:${port}`,
        'storage-adv-addr': `127.0.0.1:${port}`,
      });
    } else {
      this.#sourceStandIn = await SourceStandIn.start({
        admin: this.#admin,
        directory: this.#directory,
      });
    }
  }

  async #start(program: string, flags: Record<string, string>) {
    const [port] = await freePorts(1);
    const controller = this.#processes.start(
      join(folder, program),
      {
        'health-addr': `127.0.0.1:${port}`,
        'metrics-addr': '0',
        'interval-jitter-percentage': '0',
        ...flags,
      },
      this.#environment,
    );
    await until(() => {
      if (controller.exitCode !== null) {
        throw new Error(`${program} ended; its log is in ${this.#directory}`);
      }
      return fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
  }
}

async function readCrds(): Promise<KubernetesObject[]> {
  const crds = join(folder, 'crds');
  const names = await readdir(crds);
  return Promise.all(
    names.map(async name => parse(await readFile(join(crds, name), 'utf8'))),
  );
}
