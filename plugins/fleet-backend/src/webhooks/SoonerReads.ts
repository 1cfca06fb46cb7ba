import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ClusterPolling } from '../polling/ClusterPolling';

/** An engine tells first and writes its status then; and one commit makes it tell of many applications. */
const restMs = 3_000;

/** Has clusters read sooner of which something was told: each once for all that comes within seconds. */
export class SoonerReads {
  static create(options: {
    polling: Pick<ClusterPolling, 'refresh'>;
    logger: LoggerService;
  }): SoonerReads {
    return new SoonerReads(options.polling, options.logger);
  }

  readonly #waiting = new Map<string, NodeJS.Timeout>();

  private constructor(
    private readonly polling: Pick<ClusterPolling, 'refresh'>,
    private readonly logger: LoggerService,
  ) {}

  ask(cluster: string): void {
    if (!this.#waiting.has(cluster)) {
      this.#waiting.set(
        cluster,
        setTimeout(() => this.#read(cluster), restMs).unref(),
      );
    }
  }

  stop(): void {
    this.#waiting.forEach(timer => clearTimeout(timer));
    this.#waiting.clear();
  }

  async #read(cluster: string): Promise<void> {
    this.#waiting.delete(cluster);
    try {
      await this.polling.refresh(cluster);
    } catch (error) {
      this.logger.warn(
        `Cluster ${cluster} could not be read sooner: ${
          toError(error).message
        }`,
      );
    }
  }
}
