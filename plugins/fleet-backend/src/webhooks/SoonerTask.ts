import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** One push makes several events. */
const restMs = 1_000;

/** Has a task run sooner, whichever replica runs it: once for all that comes within a second. */
export class SoonerTask {
  #waiting?: NodeJS.Timeout;

  constructor(
    private readonly id: string,
    private readonly options: {
      scheduler: Pick<SchedulerService, 'triggerTask'>;
      logger: LoggerService;
    },
  ) {}

  ask(): void {
    this.#waiting ??= setTimeout(() => this.#run(), restMs).unref();
  }

  stop(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }

  async #run(): Promise<void> {
    this.#waiting = undefined;
    try {
      await this.options.scheduler.triggerTask(this.id);
    } catch (error) {
      // It is running already, and will again.
      this.options.logger.debug(
        `${this.id} does not run sooner: ${toError(error).message}`,
      );
    }
  }
}
