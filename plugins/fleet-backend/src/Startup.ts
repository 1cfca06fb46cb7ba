import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';

const RETRY_MS = 5_000;

/** Starts something that needs the database, again and again until the database is there. */
export class Startup<T extends { stop(): Promise<void> }> {
  static create<T extends { stop(): Promise<void> }>(options: {
    start: () => Promise<T>;
    logger: LoggerService;
  }): Startup<T> {
    return new Startup(options.start, options.logger);
  }

  #started?: T;
  #retry?: NodeJS.Timeout;
  #stopped = false;

  private constructor(
    private readonly start: () => Promise<T>,
    private readonly logger: LoggerService,
  ) {}

  /** Resolves after the first attempt, whatever became of it. */
  async begin(): Promise<void> {
    try {
      const started = await this.start();
      if (this.#stopped) {
        await started.stop();
      } else {
        this.#started = started;
      }
    } catch (error) {
      this.logger.error(
        `The fleet cannot start without its database and tries again: ${
          toError(error).message
        }`,
      );
      if (!this.#stopped) {
        this.#retry = setTimeout(() => this.begin(), RETRY_MS);
      }
    }
  }

  /** Throws ServiceUnavailableError until it is started. */
  get(): T {
    if (!this.#started) {
      throw new ServiceUnavailableError(
        'The fleet has not started: its database cannot be reached. It starts by itself as soon as that is back.',
      );
    }
    return this.#started;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#started?.stop();
  }
}
