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
  /** Without the rounds of releases and faults, so that only steps of the scenario that are asked for happen. */
  calm?: boolean;
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

type CreateCluster = (plan: ClusterPlan, ageDays?: number) => DemoCluster;

/**
 * A hub and its spokes, each a Kubernetes API server on a port of its own.
 *
 * @public
 */
export class DemoFleet {
  readonly #clusters: Map<string, DemoCluster>;
  /** Clusters that are about to go: they still answer, and no kubeconfig has them. */
  readonly #withdrawn = new Set<string>();
  readonly #listeners: (() => void)[] = [];
  readonly #createCluster: CreateCluster;
  readonly #options: DemoFleetOptions & { world: World };
  readonly #control: ControlServer;
  readonly #certificate: Certificate | undefined;
  #sweep: NodeJS.Timeout | undefined;

  private constructor(
    options: DemoFleetOptions & { world: World },
    createCluster: CreateCluster,
    certificate: Certificate | undefined,
  ) {
    this.#options = options;
    this.#createCluster = createCluster;
    this.#clusters = new Map(
      options.world.plans.map(plan => [plan.name, createCluster(plan)]),
    );
    this.#certificate = certificate;
    this.#control = ControlServer.create(this);
  }

  static async create(
    options: DemoFleetOptions & { world: World },
  ): Promise<DemoFleet> {
    const { seed = 1, speed = 1, watchCacheSize = 100 } = options;
    const certificate = options.tls ? await createCertificate() : undefined;
    const wrongCertificate = await createWrongCertificate();
    return new DemoFleet(
      options,
      (plan, ageDays) =>
        DemoCluster.create({
          plan,
          ageDays,
          seed,
          speed,
          watchCacheSize,
          certificate,
          wrongCertificate,
        }),
      certificate,
    );
  }

  get clusters(): ReadonlyMap<string, DemoCluster> {
    return this.#clusters;
  }

  get controlUrl(): string {
    return this.#control.url;
  }

  get scenarioSteps(): readonly string[] {
    return this.#options.world.scenarioSteps;
  }

  /** With the rights to read all but Secrets and to reconcile, suspend and resume, unless another role is asked for. */
  kubeconfig(role: Role = 'operator'): string {
    const clusters = [...this.clusters.values()].filter(
      ({ name }) => !this.#withdrawn.has(name),
    );
    return createKubeconfig(clusters, role, this.#certificate?.cert);
  }

  /** Calls back when a cluster has joined the fleet or left it: kubeconfigs are others from then on. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Fills the clusters, begins to listen and sets the controllers going. */
  async start(): Promise<void> {
    const {
      basePort = 17_000,
      world,
      populate,
      still,
      speed,
      calm,
    } = this.#options;
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
        calm,
        setSilent: (name, silent) => this.#setSilent(name, silent),
        notify: (name, event) => void webhook.send(name, event),
        cloud: {
          create: plan => this.#join(plan),
          withdraw: name => this.#withdraw(name),
          delete: name => this.#delete(name),
        },
      });
    }
    this.#sweep = setInterval(() => {
      this.#clusters.forEach(({ objects }) => forgetOldEvents(objects));
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

  #join(plan: ClusterPlan): ClusterObjects {
    const cluster = this.#createCluster(plan, 0);
    this.#clusters.set(plan.name, cluster);
    this.#withdrawn.delete(plan.name);
    this.#listenSomewhere(cluster).then(() => this.#changed());
    return cluster.objects;
  }

  /** On the first port behind those of the others that nobody else has. */
  async #listenSomewhere(cluster: DemoCluster): Promise<void> {
    const others = [...this.#clusters.values()].filter(
      each => each !== cluster,
    );
    const ports = others.map(({ url }) => Number(new URL(url).port));
    const first = this.#options.basePort === 0 ? 0 : Math.max(...ports) + 1;
    for (let port = first; ; port++) {
      try {
        await cluster.listen(port);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
          throw error;
        }
      }
    }
  }

  #withdraw(name: string): void {
    this.#withdrawn.add(name);
    this.#changed();
  }

  #delete(name: string): void {
    const cluster = this.#clusters.get(name);
    this.#clusters.delete(name);
    this.#withdrawn.delete(name);
    this.#changed();
    void cluster?.close();
  }

  #changed(): void {
    this.#listeners.forEach(listener => listener());
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

  scenario(step: string, application?: string): void {
    this.#options.world.scenario(step, application);
  }
}
