import { setTimeout } from 'node:timers/promises';
import { createDemoFleet, type DemoFleet } from '@fleetcommander/demo-fleet';
import { AdminClient } from './AdminClient';
import type { TestCluster } from './TestCluster';

/** Watch caches of this demo fleet forget this much sooner than those of real API servers. */
const speed = 100;
const forgetMs = 90_000 / speed;

/** The demo fleet's hub, empty and without controllers. */
export class DemoTestCluster implements TestCluster {
  readonly admin: AdminClient;
  readonly #fleet: DemoFleet;
  #role: 'reader' | 'operator' = 'reader';

  static async start(): Promise<DemoTestCluster> {
    const fleet = await createDemoFleet({
      spokes: 0,
      basePort: 0,
      tls: true,
      still: true,
      speed,
      populate: () => {},
    });
    await fleet.start();
    return new DemoTestCluster(fleet);
  }

  private constructor(fleet: DemoFleet) {
    this.#fleet = fleet;
    this.admin = AdminClient.fromKubeconfig(fleet.kubeconfig('admin'));
  }

  kubeconfig() {
    return this.#fleet.kubeconfig(this.#role);
  }

  /** Its reader may get all but Secrets from the start. */
  async grantObjectReader() {}

  /** Its reader may read all but Secrets. */
  async grantToViewers() {}

  async grantOperator() {
    this.#role = 'operator';
  }

  forbid({ group, plural }: { group: string; plural: string }) {
    return this.#fleet.setFault('hub', {
      type: 'forbidden',
      kind: `${plural}.${group}`,
    });
  }

  allow() {
    return this.#fleet.setFault('hub', undefined);
  }

  restart() {
    return this.#fleet.setFault('hub', { type: 'restarted' });
  }

  forget() {
    return setTimeout(forgetMs);
  }

  rebuild() {
    return this.#fleet.setFault('hub', { type: 'rebuilt' });
  }

  async stop() {
    await this.admin.close();
    await this.#fleet.stop();
  }
}
