import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';

const CHANNEL = 'fleet';
/** Every open screen asks again at each signal, so that a fleet in which something always changes has to pause. */
const PAUSE_MS = 3000;

/**
 * Tells screens to ask again. The signal names nothing, so that it goes to everybody, and comes at once and then not for a while.
 */
export class FleetSignals {
  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
  }): FleetSignals {
    return new FleetSignals(options.signals, options.logger);
  }

  #pause?: NodeJS.Timeout;
  #changedMeanwhile = false;

  private constructor(
    private readonly signals: SignalsService,
    private readonly logger: LoggerService,
  ) {}

  /** Something changed in the store. */
  changed(): void {
    if (this.#pause) {
      this.#changedMeanwhile = true;
      return;
    }
    this.publish();
  }

  stop(): void {
    clearTimeout(this.#pause);
  }

  private publish(): void {
    this.#changedMeanwhile = false;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#changedMeanwhile) {
        this.publish();
      }
    }, PAUSE_MS);
    this.signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CHANNEL,
        message: { action: 'changed' },
      })
      .catch(error => {
        this.logger.warn(`Screens were not told to ask again: ${error}`);
      });
  }
}
