import { join } from 'node:path';
import type {
  Drift,
  DriftKind,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { AdminClient } from './AdminClient';
import { FluxControllers } from './FluxControllers';
import { GitRepository } from './GitRepository';
import { Kubectl } from './Kubectl';
import { kustomization, namespace } from './manifests';
import { RealTestCluster } from './RealTestCluster';
import { TestPoller } from './TestPoller';
import { until } from './until';

const source: KubernetesObject = {
  apiVersion: 'source.toolkit.fluxcd.io/v1',
  kind: 'GitRepository',
  metadata: { name: 'fleet', namespace: 'shop' },
};

/** A real cluster on which real Flux applies `apps/web` of a Git repository; a person with kubectl; and us, who look. */
export class FluxStage {
  readonly admin: AdminClient;
  readonly kubectl: Kubectl;
  readonly kustomization: KubernetesObject;
  readonly poller: TestPoller;
  readonly #parts: Parts;

  static async start(options: {
    /** For everything that is written. */
    directory: string;
    /** Of the Kustomization. */
    interval: string;
    files: Record<string, string>;
  }): Promise<FluxStage> {
    const { directory, files, interval } = options;
    const cluster = await RealTestCluster.start();
    const { admin } = cluster;
    const repository = await GitRepository.create(join(directory, 'git'));
    await repository.commit('Deploy the shop', files);
    const controllers = await FluxControllers.start({
      cluster,
      directory: join(directory, 'flux'),
    });
    await admin.apply(namespace);
    const ref = { branch: 'main' };
    const spec = { url: repository.url, ref, interval: '10m' };
    await admin.apply({ ...source, spec });
    await controllers.fetch(source);
    const applied = kustomization('web', { interval });
    await admin.apply(applied);
    await until(async () => (await lastApplied(admin, applied)) !== undefined);
    const kubeconfig = cluster.adminKubeconfig;
    return new FluxStage({
      cluster,
      repository,
      controllers,
      kustomization: applied,
      kubectl: await Kubectl.create({ kubeconfig, directory }),
      poller: await TestPoller.start({ cluster, directory }),
    });
  }

  private constructor(parts: Parts) {
    this.admin = parts.cluster.admin;
    this.kubectl = parts.kubectl;
    this.kustomization = parts.kustomization;
    this.poller = parts.poller;
    this.#parts = parts;
  }

  /** Resolves once Flux has applied it. */
  async commit(message: string, files: Record<string, string | undefined>) {
    const commit = await this.push(message, files);
    await until(
      async () =>
        (await lastApplied(this.admin, this.kustomization))?.endsWith(commit) ??
        false,
    );
  }

  /** Resolves once Flux may know of it, whatever becomes of it. */
  async push(message: string, files: Record<string, string | undefined>) {
    const { repository, controllers } = this.#parts;
    const commit = await repository.commit(message, files);
    await controllers.fetch(source);
    return commit;
  }

  /** As `flux reconcile kustomization` does, which waits. */
  async reconcile() {
    const request = await this.#parts.controllers.reconcile(this.kustomization);
    await until(async () => {
      const { status } = await this.admin.get(this.kustomization);
      const { lastHandledReconcileAt } = status as KustomizationStatus;
      return lastHandledReconcileAt === request;
    });
  }

  /** What the ledger says, once it has read the cluster. */
  async drifts(filter: {
    kind: DriftKind;
    state?: 'open' | 'ended';
  }): Promise<Drift[]> {
    await this.poller.poll();
    const { kind, state } = filter;
    const { items } = await this.poller.store.listDrifts({
      filter: [{ kind: [kind], state: state ? [state] : ['open', 'ended'] }],
      orderField: { field: 'since', order: 'desc' },
      limit: 500,
      access: { clusters: true, applications: true, claims: true },
    });
    return items;
  }

  async stop() {
    const { poller, controllers, repository, cluster } = this.#parts;
    await poller.stop();
    await controllers.stop();
    await repository.stop();
    await cluster.stop();
  }
}

interface Parts {
  cluster: RealTestCluster;
  repository: GitRepository;
  controllers: FluxControllers;
  kustomization: KubernetesObject;
  kubectl: Kubectl;
  poller: TestPoller;
}

async function lastApplied(
  admin: AdminClient,
  object: KubernetesObject,
): Promise<string | undefined> {
  const { status } = await admin.get(object);
  return (status as KustomizationStatus | undefined)?.lastAppliedRevision;
}

interface KustomizationStatus {
  lastAppliedRevision?: string;
  lastHandledReconcileAt?: string;
}
