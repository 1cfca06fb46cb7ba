import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  FleetWebhookStore,
  WebhookCount,
  WebhookOutcome,
} from '../store/FleetWebhookStore';

const flushMs = 5_000;

/**
 * Counts what becomes of webhooks, and says in the log what is refused, once a cluster and reason. Anybody may send one: what they
 * send is written seldom and together, and under no name of theirs.
 */
export class WebhookTally {
  static create(options: {
    store: FleetWebhookStore;
    logger: LoggerService;
  }): WebhookTally {
    return new WebhookTally(options.store, options.logger);
  }

  readonly #counts = new Map<string, WebhookCount>();
  readonly #said = new Set<string>();
  #timer?: NodeJS.Timeout;

  private constructor(
    private readonly store: FleetWebhookStore,
    private readonly logger: LoggerService,
  ) {}

  /** `cluster` is known to a source or to the config; undefined otherwise. */
  add(cluster: string | undefined, outcome: WebhookOutcome): void {
    const key = `${cluster ?? ''}\n${outcome}`;
    this.#counts.set(key, {
      cluster: cluster ?? '',
      outcome,
      count: (this.#counts.get(key)?.count ?? 0) + 1,
      lastAt: new Date().toISOString(),
    });
    this.#timer ??= setTimeout(() => this.flush(), flushMs).unref();
    if (outcome !== 'accepted' && !this.#said.has(key)) {
      this.#said.add(key);
      this.logger.warn(
        `A webhook of Flux for ${
          cluster ? `cluster ${cluster}` : 'a cluster that is not in the fleet'
        } was refused: ${outcome}. More are counted in the cluster's doctor, and not said again.`,
      );
    }
  }

  /** Writes what was counted. While the database is away, the counts are not worth waiting for. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counts = [...this.#counts.values()];
    this.#counts.clear();
    try {
      await this.store.countWebhooks(counts);
    } catch (error) {
      this.logger.debug(
        `Webhooks could not be counted: ${toError(error).message}`,
      );
    }
  }
}
