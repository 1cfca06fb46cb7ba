import { packagePath } from '../paths';
import type { ClusterSize } from '@fleetcommander/demo-fleet';
import { Child } from '../child/Child';
import type { ReportsSize } from '../policy/ReportsSize';
import type { DeliveriesSize } from '../promotion/DeliveriesSize';
import type { SimulatorHandlers } from './simulatorProcess';
import type { SpokeAccess } from './SpokeAccess';

/** Simulated spokes in a process of their own. */
export class Simulator {
  readonly spokes: readonly SpokeAccess[];
  readonly #child: Child<SimulatorHandlers>;

  static async start(options: {
    directory: string;
    spokes: number;
    size?: ClusterSize;
    /** What they hold instead. */
    reports?: ReportsSize;
    /** They hold claims instead, of so many objects each. */
    claims?: readonly number[];
    /** They run applications of a repository instead. */
    deliveries?: DeliveriesSize;
    /** Nothing changes in them. */
    still?: boolean;
  }): Promise<Simulator> {
    const { directory, still = false, ...world } = options;
    const child = Child.start<SimulatorHandlers>(
      packagePath('src/fleet/simulatorProcess.ts'),
      {
        name: 'simulator',
        directory,
        nodeOptions: ['--max-old-space-size=16384'],
      },
    );
    try {
      const started = await child.ask('start', {
        ...world,
        still,
      });
      return new Simulator(child, started);
    } catch (error) {
      await child.stop();
      throw error;
    }
  }

  private constructor(
    child: Child<SimulatorHandlers>,
    spokes: readonly SpokeAccess[],
  ) {
    this.#child = child;
    this.spokes = spokes;
  }

  /** Requests, bytes with headers and TLS, and open streams of all spokes together. */
  traffic() {
    return this.#child.ask('traffic');
  }

  /** Nothing fails any more in so large a share of the policy reports of each spoke. */
  mendReports(share: number) {
    return this.#child.ask('mendReports', share);
  }

  /** From now on these spokes accept connections and never answer. */
  silence(names: string[]) {
    return this.#child.ask('silence', names);
  }

  /** Spokes that something is wrong with. */
  faulty() {
    return this.#child.ask('faulty');
  }

  stop() {
    return this.#child.stop();
  }
}
