/** How polling is paced; see `fleet.polling` in the config. */
export interface PollingOptions {
  /** Between two polls of a cluster. */
  intervalMs: number;
  /** Longest silence of an API server before it counts as unreachable. */
  timeoutMs: number;
  /** Clusters polled at a time. Those that failed last have a fifth of it to themselves. */
  concurrency: number;
  /** Watches held open at a time, over all clusters. */
  streams: number;
  /** Lists under way at a time, over all clusters. */
  relists: number;
}
