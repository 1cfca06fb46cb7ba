import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { DriftSeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftNews } from '../store/drift/driftNews';
import type { FleetDriftStore } from '../store/FleetDriftStore';
import { groupBy } from '../store/sql/groupBy';

const mostLines = 5;

const severities = {
  critical: 'critical',
  high: 'high',
  medium: 'normal',
  low: 'low',
} as const;

/** Tells owners of new drift, and that it is over: each owner once for all that came together. */
export class DriftNotifications {
  static create(options: {
    store: FleetDriftStore;
    notifications: NotificationService;
    logger: LoggerService;
    /** The least that is told of. */
    severity: DriftSeverity;
  }): DriftNotifications {
    return new DriftNotifications(options);
  }

  #failing = false;

  private constructor(
    private readonly options: Parameters<typeof DriftNotifications.create>[0],
  ) {}

  /** What could not be told is tried again the next time. */
  async tell(): Promise<void> {
    const { store, severity, logger } = this.options;
    const news = await store.readDriftNews({ severity });
    const byOwner = groupBy(
      news.flatMap(item => item.ownerRefs.map(owner => ({ ...item, owner }))),
      ({ owner }) => owner,
    );
    try {
      for (const [owner, items] of byOwner) {
        await this.#send(owner, items);
      }
      await store.noteDriftNews(news);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#failing = true;
        logger.warn(
          `Owners could not be told of drift; it is tried again: ${error}`,
        );
      }
    }
  }

  async #send(owner: string, news: readonly DriftNews[]): Promise<void> {
    for (const ended of [false, true]) {
      const items = news.filter(item => item.ended === ended);
      if (items.length > 0) {
        await this.options.notifications.send({
          recipients: { type: 'entity', entityRef: owner },
          payload: {
            title: titleOf(items, ended),
            description: describe(items),
            link:
              items.length === 1
                ? `/fleet/drift?drift=${encodeURIComponent(items[0].id)}`
                : '/fleet/drift',
            severity: ended ? 'low' : severities[items[0].severity],
            topic: 'Drift',
          },
        });
      }
    }
  }
}

function titleOf([first, ...others]: readonly DriftNews[], ended: boolean) {
  const what = ended ? 'Drift is over' : 'New drift';
  return others.length === 0
    ? `${what}: ${first.title} on ${first.cluster}`
    : `${what}: ${first.title} and ${others.length} more`;
}

function describe(news: readonly DriftNews[]): string {
  const lines = news
    .slice(0, mostLines)
    .map(({ cluster, summary }) => `${cluster}: ${summary}`);
  const rest = news.length - lines.length;
  return [...lines, ...(rest > 0 ? [`And ${rest} more.`] : [])].join('\n');
}
