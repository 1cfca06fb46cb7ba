import {
  createDemoFleet,
  type ClusterSize,
  type DemoFleet,
  type TrafficCounts,
} from '@fleetcommander/demo-fleet';
import { serve } from '../child/serve';
import type { ReportsSize } from '../policy/ReportsSize';
import type { DeliveriesSize } from '../promotion/DeliveriesSize';
import { writeDeliveries } from '../promotion/writeDeliveries';
import { writeClaims } from '../claims/writeClaims';
import { mendReports, writeReports } from '../policy/writeReports';
import type { SpokeAccess } from './SpokeAccess';

let fleet: DemoFleet;
let held: ReportsSize | undefined;

function spokes() {
  return [...fleet.clusters.values()].filter(({ plan }) => !plan.hub);
}

const handlers = {
  async start(options: {
    spokes: number;
    size?: ClusterSize;
    /** Policy reports, and nothing else. */
    reports?: ReportsSize;
    /** Claims of so many objects each, and nothing else. */
    claims?: readonly number[];
    /** Applications of a repository, and nothing else. */
    deliveries?: DeliveriesSize;
    /** Nothing changes in it. */
    still: boolean;
  }): Promise<SpokeAccess[]> {
    const { reports, claims, deliveries, ...others } = options;
    held = reports;
    fleet = await createDemoFleet({
      ...others,
      basePort: 0,
      populate:
        reports || claims || deliveries
          ? (cluster, { hub, environment }) => {
              if (reports && !hub) {
                writeReports(cluster, reports);
              }
              if (claims && !hub) {
                writeClaims(cluster, claims);
              }
              if (deliveries && !hub) {
                writeDeliveries(cluster, environment, deliveries);
              }
            }
          : undefined,
    });
    await fleet.start();
    return spokes().map(cluster => ({
      name: cluster.name,
      url: cluster.url,
      token: cluster.token('reader'),
    }));
  },

  /** Of all spokes together. */
  traffic(): TrafficCounts {
    const total: TrafficCounts = {
      requests: 0,
      bytesIn: 0,
      bytesOut: 0,
      connections: 0,
      openStreams: 0,
    };
    for (const cluster of spokes()) {
      const counts = cluster.traffic();
      for (const key of Object.keys(total) as (keyof TrafficCounts)[]) {
        total[key] += counts[key];
      }
    }
    return total;
  },

  /** Nothing fails any more in so large a share of the policy reports of each spoke. */
  mendReports(share: number): void {
    for (const { objects } of spokes()) {
      mendReports(objects, held!, share);
    }
  },

  /** From now on these spokes accept connections and never answer. */
  async silence(names: string[]): Promise<void> {
    for (const name of names) {
      await fleet.setFault(name, { type: 'silent' });
    }
  },

  /** Spokes that something is wrong with. */
  faulty(): string[] {
    return spokes()
      .filter(({ fault }) => fault)
      .map(({ name }) => name);
  },
};

export type SimulatorHandlers = typeof handlers;

serve(handlers);
