import { createHash } from 'node:crypto';
import type {
  FleetWebhookStore,
  WebhookOutcome,
} from '../../store/FleetWebhookStore';
import type { SoonerReads } from '../SoonerReads';
import { parseFluxEvent } from './parseFluxEvent';
import { verifySignature } from './verifySignature';

/** How far the clock of a cluster may differ from ours, and how late a notification may come. */
const windowMs = 10 * 60_000;

/** What became of a webhook. */
export interface ReceivedWebhook {
  outcome: WebhookOutcome;
  /** What of it is wrong, where that is the sender's to know. */
  detail?: string;
}

/**
 * Takes the events that Flux sends. Nothing of one is looked into before its signature was found right, and until then nothing tells
 * which clusters there are.
 */
export class FluxWebhooks {
  static create(options: {
    /** See `fleet.webhooks.flux` of the config. */
    secrets: readonly { cluster: string; secret: string }[];
    inventory: { get(name: string): object | undefined };
    store: Pick<FleetWebhookStore, 'receiveWebhook'>;
    sooner: Pick<SoonerReads, 'ask'>;
  }): FluxWebhooks {
    return new FluxWebhooks(options);
  }

  private constructor(
    private readonly options: Parameters<typeof FluxWebhooks.create>[0],
  ) {}

  /** The name of a cluster that a source or the config knows. */
  nameOf(cluster: string): string | undefined {
    return this.options.inventory.get(cluster) || this.isConfigured(cluster)
      ? cluster
      : undefined;
  }

  /** Whether the cluster has a secret to sign with. */
  isConfigured(cluster: string): boolean {
    return this.#secretsOf(cluster).length > 0;
  }

  async receive(
    cluster: string,
    { body, signature }: { body: Buffer; signature: string | undefined },
  ): Promise<ReceivedWebhook> {
    const { inventory, store, sooner } = this.options;
    const secrets = this.#secretsOf(cluster);
    if (!verifySignature(body, signature, secrets)) {
      return { outcome: this.#stranger(cluster) };
    }
    if (!inventory.get(cluster)) {
      return { outcome: 'not-in-fleet' };
    }
    const event = parseFluxEvent(body);
    if ('problem' in event) {
      return { outcome: 'malformed', detail: event.problem };
    }
    if (Math.abs(Date.parse(event.at) - Date.now()) > windowMs) {
      return { outcome: 'out-of-time' };
    }
    const outcome = await store.receiveWebhook(cluster, {
      digest: createHash('sha256').update(body).digest('base64url'),
      apply: event.apply,
    });
    if (outcome === 'accepted') {
      sooner.ask(cluster);
    }
    return { outcome };
  }

  #secretsOf(cluster: string): string[] {
    return this.options.secrets
      .filter(entry => entry.cluster === cluster)
      .map(({ secret }) => secret);
  }

  /** Why it could not be signed right; for us to know, and not for who sent it. */
  #stranger(cluster: string): WebhookOutcome {
    if (this.isConfigured(cluster)) {
      return 'bad-signature';
    }
    return this.options.inventory.get(cluster)
      ? 'not-configured'
      : 'unknown-cluster';
  }
}
