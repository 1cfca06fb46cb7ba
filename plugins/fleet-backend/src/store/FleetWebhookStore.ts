import type { Apply } from '@fleetcommander/backstage-plugin-fleet-node';

/** What becomes of a webhook: it is accepted, or why not. */
export type WebhookOutcome =
  | 'accepted'
  /** Names a cluster that nobody knows, neither a source nor the config. */
  | 'unknown-cluster'
  /** Is signed by the secret of a cluster that no source names. */
  | 'not-in-fleet'
  /** No secret is configured for the cluster. */
  | 'not-configured'
  | 'bad-signature'
  /** Is no event of Flux. */
  | 'malformed'
  /** Was sent too long ago, or will be. */
  | 'out-of-time'
  | 'replayed'
  | 'too-many';

/** How often something became of webhooks. */
export interface WebhookCount {
  /** As a source or the config names it; empty for one that neither does. */
  cluster: string;
  outcome: WebhookOutcome;
  count: number;
  /** When it last did. */
  lastAt: string;
}

/** The side of the store that receives webhooks. All replicas share it. */
export interface FleetWebhookStore {
  /**
   * Keeps what a webhook told, whose signature was verified before.
   *
   * @param webhook - `digest`: the same of the same webhook only. `apply`: what it told of having applied.
   */
  receiveWebhook(
    cluster: string,
    webhook: { digest: string; apply?: Apply },
  ): Promise<'accepted' | 'replayed' | 'too-many'>;
  /** Adds to the counts. */
  countWebhooks(counts: readonly WebhookCount[]): Promise<void>;
  /** What became of webhooks that named the cluster, or one that nobody knows. */
  readWebhookCounts(cluster: string): Promise<WebhookCount[]>;
}
