/** What screens may ask of the poller. */
export interface ClusterPolling {
  /**
   * Polls the cluster now and resolves when that is done. On another replica's cluster it asks that replica and resolves at once.
   */
  refresh(cluster: string): Promise<void>;
  /** A person is looking at these clusters: they are polled sooner for a minute. */
  interest(clusters: readonly string[]): void;
}
