/** What a process has used so far. */
export interface Usage {
  cpuSeconds: number;
  peakMemoryBytes: number;
  /** What is in use after a garbage collection. */
  heapBytes: number;
}

/** Of this process. Node has to run with --expose-gc. */
export function usage(): Usage {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return {
    cpuSeconds: (user + system) / 1_000_000,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    heapBytes: heapUsed + external,
  };
}
