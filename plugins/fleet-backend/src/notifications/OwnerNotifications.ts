import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { groupBy } from '../store/sql/groupBy';

const mostLines = 5;

const severities = {
  critical: 'critical',
  high: 'high',
  medium: 'normal',
  low: 'low',
  info: 'low',
} as const;

/** What owners have not been told yet. */
export interface OwnerNews {
  id: string;
  title: string;
  cluster: string;
  summary: string;
  severity: keyof typeof severities;
  /** It is over. */
  ended: boolean;
  /** Entity refs, over proven links. */
  ownerRefs: string[];
}

/** What news are about, and where they come from. */
export interface NewsTopic<N extends OwnerNews> {
  /** As a heading: `Drift`. */
  topic: string;
  /** In a title, before what it is about. */
  begun: string;
  ended: string;
  /** The page that lists it; of one, and of all. */
  link(only?: N): string;
  /** Worst first. */
  read(): Promise<N[]>;
  /** Owners have been told. */
  note(news: readonly N[]): Promise<void>;
}

/** Tells owners what is new: each owner once for all that came together. */
export class OwnerNotifications<N extends OwnerNews> {
  #failing = false;

  constructor(
    private readonly topic: NewsTopic<N>,
    private readonly options: {
      notifications: NotificationService;
      logger: LoggerService;
    },
  ) {}

  /** What could not be told is tried again the next time, and nothing else. */
  async tell(): Promise<void> {
    const { topic, read, note } = this.topic;
    const news = await read();
    const byOwner = groupBy(
      news.flatMap(item => item.ownerRefs.map(owner => ({ item, owner }))),
      ({ owner }) => owner,
    );
    const untold = new Set<N>();
    let failure: unknown;
    for (const [owner, told] of byOwner) {
      const items = told.map(({ item }) => item);
      try {
        await this.#send(owner, items);
      } catch (error) {
        failure = error;
        items.forEach(item => untold.add(item));
      }
    }
    await note(news.filter(item => !untold.has(item)));
    if (failure !== undefined && !this.#failing) {
      this.options.logger.warn(
        `Owners could not be told of ${topic.toLowerCase()}; it is tried again: ${failure}`,
      );
    }
    this.#failing = failure !== undefined;
  }

  async #send(owner: string, news: readonly N[]): Promise<void> {
    const { topic, link, begun, ended: over } = this.topic;
    for (const ended of [false, true]) {
      const items = news.filter(item => item.ended === ended);
      if (items.length > 0) {
        await this.options.notifications.send({
          recipients: { type: 'entity', entityRef: owner },
          payload: {
            title: titleOf(ended ? over : begun, items),
            description: describe(items),
            link: items.length === 1 ? link(items[0]) : link(),
            severity: ended ? 'low' : severities[items[0].severity],
            topic,
          },
        });
      }
    }
  }
}

function titleOf(what: string, [first, ...others]: readonly OwnerNews[]) {
  return others.length === 0
    ? `${what}: ${first.title} on ${first.cluster}`
    : `${what}: ${first.title} and ${others.length} more`;
}

function describe(news: readonly OwnerNews[]): string {
  const lines = news
    .slice(0, mostLines)
    .map(({ cluster, summary }) => `${cluster}: ${summary}`);
  const rest = news.length - lines.length;
  return [...lines, ...(rest > 0 ? [`And ${rest} more.`] : [])].join('\n');
}
