import { ClusterServer } from './apiserver/ClusterServer';
import { tokenOf, type Role } from './apiserver/http/Access';
import type { TrafficCounts } from './apiserver/http/Traffic';
import { SimulatedCluster } from './apiserver/SimulatedCluster';
import type { Backup } from './apiserver/storage/Storage';
import type { Certificate } from './certificates';
import { isSudden, type Fault } from './faults/Fault';
import type { ClusterPlan } from './types';

export interface DemoClusterOptions {
  plan: ClusterPlan;
  /** How long ago it was made; by default, some time that its name and the seed decide. */
  ageDays?: number;
  seed: number;
  speed: number;
  watchCacheSize: number;
  certificate?: Certificate;
  wrongCertificate: Certificate;
}

const freshEventMs = 75_000;

/**
 * One cluster of the fleet: its state, and the API server before it.
 *
 * @public
 */
export class DemoCluster {
  readonly #server: ClusterServer;
  readonly #seed: number;
  #backup: Backup | undefined;

  private constructor(
    readonly plan: ClusterPlan,
    readonly objects: SimulatedCluster,
    server: ClusterServer,
    seed: number,
  ) {
    this.#server = server;
    this.#seed = seed;
  }

  static create(options: DemoClusterOptions): DemoCluster {
    const { plan, ageDays, seed, speed, watchCacheSize, ...certificates } =
      options;
    const objects = SimulatedCluster.create({
      name: plan.name,
      seed,
      version: plan.version,
      ageDays,
      watchCache: { size: watchCacheSize, freshMs: freshEventMs / speed },
    });
    const server = ClusterServer.create({
      cluster: objects,
      seed,
      speed,
      ...certificates,
    });
    return new DemoCluster(plan, objects, server, seed);
  }

  get name(): string {
    return this.plan.name;
  }

  get url(): string {
    return this.#server.url;
  }

  get fault(): Fault | undefined {
    return this.#server.fault;
  }

  token(role: Role): string {
    return tokenOf(this.name, this.#seed, role);
  }

  async listen(port: number): Promise<void> {
    await this.#server.listen(port);
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  /** Sets a fault that lasts, or lets one happen; without a fault the cluster is well again. */
  async setFault(fault: Fault | undefined): Promise<void> {
    if (!fault || !isSudden(fault)) {
      await this.#server.setFault(fault);
      return;
    }
    if (fault.type === 'rebuilt') {
      this.objects.rebuild();
    } else if (fault.type === 'restored') {
      if (!this.#backup) {
        throw new Error(
          `Cluster ${this.name} has no snapshot to be restored from; take one with POST /clusters/${this.name}/snapshot`,
        );
      }
      this.objects.restore(this.#backup);
    } else {
      this.objects.storage.restart();
    }
  }

  /** Remembers the state that `restored` goes back to. */
  takeSnapshot(): void {
    this.#backup = this.objects.storage.backup();
  }

  traffic(): TrafficCounts {
    return this.#server.traffic.counts();
  }

  resetTraffic(): void {
    this.#server.traffic.reset();
  }
}
