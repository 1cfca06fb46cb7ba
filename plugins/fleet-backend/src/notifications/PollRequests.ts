import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { FleetPoller } from '../polling/FleetPoller';

const TOPIC = 'fleet.poll-requests';

/** Carries the wish to poll a cluster now to the replica that holds it. */
export class PollRequests {
  static create(options: {
    events: EventsService;
    logger: LoggerService;
  }): PollRequests {
    return new PollRequests(options.events, options.logger);
  }

  private constructor(
    private readonly events: EventsService,
    private readonly logger: LoggerService,
  ) {}

  ask(cluster: string): void {
    this.events
      .publish({ topic: TOPIC, eventPayload: { cluster } })
      .catch(error => {
        this.logger.warn(
          `No other replica could be asked to poll cluster ${cluster}: ${error}`,
        );
      });
  }

  /** Hands what is asked to `polling`, which passes over clusters that it does not hold. */
  async serve(polling: Pick<FleetPoller, 'refreshIfHeld'>): Promise<void> {
    await this.events.subscribe({
      // Every replica has to hear of it, so that none shares its subscription.
      id: `fleet-poll-requests-${randomUUID()}`,
      topics: [TOPIC],
      onEvent: async ({ eventPayload }) => {
        const { cluster } = eventPayload as { cluster?: unknown };
        if (typeof cluster === 'string') {
          await polling.refreshIfHeld(cluster);
        }
      },
    });
  }
}
