import { forgetOldEvents } from './apiserver/forgetOldEvents';
import type { Role } from './apiserver/http/Access';
import {
  createCertificate,
  createWrongCertificate,
  type Certificate,
} from './certificates';
import { ControlServer } from './control/ControlServer';
import { createKubeconfig } from './createKubeconfig';
import { DemoCluster } from './DemoCluster';
import type { Fault } from './faults/Fault';
import { FluxWebhook, type FluxWebhookTarget } from './FluxWebhook';
import type { ClusterObjects, ClusterPlan } from './types';
import type { World } from './world/createWorld';

/** @public */
export interface DemoFleetOptions {
  /** Decides names, uids, revisions and tokens. */
  seed?: number;
  /** The control endpoint's port; clusters follow on the next ones. 0 takes any that are free. */
  basePort?: number;
  tls?: boolean;
  /** How many times faster the controllers work and watch caches forget. */
  speed?: number;
  /** Fills clusters with other objects than the world's. */
  populate?: (cluster: ClusterObjects, plan: ClusterPlan) => void;
  /** Without controllers, so that nothing changes but by clients. */
  still?: boolean;
  /** Clusters whose Flux sends its events somewhere. */
  webhooks?: readonly FluxWebhookTarget[];
  /** Events that a watch cache remembers however old they are; real API servers remember 100. */
  watchCacheSize?: number;
}

/** A snapshot keeps each object that changes later, which big fleets have no room for. */
const maxClustersWithSnapshot = 100;
const eventSweepMs = 60_000;

/**
 * A hub and its spokes, each a Kubernetes API server on a port of its own.
 *
 * @public
 */
export class DemoFleet {
  readonly clusters: ReadonlyMap<string, DemoCluster>;
  readonly #options: DemoFleetOptions & { world: World };
  readonly #control: ControlServer;
  readonly #certificate: Certificate | undefined;
  #sweep: NodeJS.Timeout | undefined;

  private constructor(
    options: DemoFleetOptions & { world: World },
    clusters: ReadonlyMap<string, DemoCluster>,
    certificate: Certificate | undefined,
  ) {
    this.#options = options;
    this.clusters = clusters;
    this.#certificate = certificate;
    this.#control = ControlServer.create(this);
  }

  static async create(
    options: DemoFleetOptions & { world: World },
  ): Promise<DemoFleet> {
    const { seed = 1, speed = 1, watchCacheSize = 100, world } = options;
    const certificate = options.tls ? await createCertificate() : undefined;
    const wrongCertificate = await createWrongCertificate();
    const clusters = world.plans.map(plan =>
      DemoCluster.create({
        plan,
        seed,
        speed,
        watchCacheSize,
        certificate,
        wrongCertificate,
      }),
    );
    return new DemoFleet(
      options,
      new Map(clusters.map(cluster => [cluster.name, cluster])),
      certificate,
    );
  }

  get controlUrl(): string {
    return this.#control.url;
  }

  get scenarioSteps(): readonly string[] {
    return this.#options.world.scenarioSteps;
  }

  /** With the rights to read all but Secrets and to reconcile, suspend and resume, unless another role is asked for. */
  kubeconfig(role: Role = 'operator'): string {
    const clusters = [...this.clusters.values()];
    return createKubeconfig(clusters, role, this.#certificate?.cert);
  }

  /** Fills the clusters, begins to listen and sets the controllers going. */
  async start(): Promise<void> {
    const { basePort = 17_000, world, populate, still, speed } = this.#options;
    const webhook = FluxWebhook.create(this.#options.webhooks ?? []);
    const clusters = [...this.clusters.values()];
    for (const { objects, plan } of clusters) {
      (populate ?? world.populate)(objects, plan);
      objects.storage.restart();
    }
    if (clusters.length <= maxClustersWithSnapshot) {
      clusters.forEach(cluster => cluster.takeSnapshot());
    }
    await this.#control.listen(basePort);
    for (const [index, cluster] of clusters.entries()) {
      await cluster.listen(basePort && basePort + 1 + index);
    }
    if (!still) {
      const objects = clusters.map(
        cluster => [cluster.name, cluster.objects] as const,
      );
      world.start(new Map(objects), {
        speed: speed ?? 1,
        setSilent: (name, silent) => this.#setSilent(name, silent),
        notify: (name, event) => void webhook.send(name, event),
      });
    }
    this.#sweep = setInterval(() => {
      clusters.forEach(cluster => forgetOldEvents(cluster.objects));
    }, eventSweepMs);
    this.#sweep.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    this.#options.world.stop();
    const servers = [this.#control, ...this.clusters.values()];
    await Promise.all(servers.map(server => server.close()));
  }

  /** Sets a fault on a cluster, or lifts it. */
  async setFault(name: string, fault: Fault | undefined): Promise<void> {
    await this.cluster(name).setFault(fault);
  }

  /** The scenario's silence gives way to faults that somebody set. */
  #setSilent(name: string, silent: boolean): void {
    const cluster = this.cluster(name);
    const current = cluster.fault?.type;
    if (silent ? current === undefined : current === 'silent') {
      cluster.setFault(silent ? { type: 'silent' } : undefined);
    }
  }

  cluster(name: string): DemoCluster {
    const cluster = this.clusters.get(name);
    if (!cluster) {
      throw new Error(
        `There is no cluster "${name}" in the fleet; GET /clusters lists them`,
      );
    }
    return cluster;
  }

  scenario(step: string): void {
    this.#options.world.scenario(step);
  }
}
