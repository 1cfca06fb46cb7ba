import type { Usage } from '../measure/usage';
import type { Simulator } from './Simulator';

/** What something cost while it ran. */
export interface Cost {
  cpuSeconds: number;
  requests: number;
  /** On the wire of all spokes, in both directions. */
  bytes: number;
  /** At the end. */
  openStreams: number;
}

/** Looks what a process and the spokes have to do while something runs. */
export async function watchCost(
  at: { simulator: Simulator; process: { usage(): Promise<Usage> } },
  run: () => Promise<void>,
): Promise<Cost> {
  const look = async () => ({
    traffic: await at.simulator.traffic(),
    usage: await at.process.usage(),
  });
  const before = await look();
  await run();
  const after = await look();
  return {
    cpuSeconds: after.usage.cpuSeconds - before.usage.cpuSeconds,
    requests: after.traffic.requests - before.traffic.requests,
    bytes:
      after.traffic.bytesIn +
      after.traffic.bytesOut -
      before.traffic.bytesIn -
      before.traffic.bytesOut,
    openStreams: after.traffic.openStreams,
  };
}
