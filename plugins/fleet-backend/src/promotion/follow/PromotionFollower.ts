import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  GitError,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import type { RequesterLogins } from '../facts/RequesterLogins';
import { findTarget } from './findTarget';
import { readChange } from './readChange';

/** Of new pull requests, in a turn. */
const mostRead = 20;

/** Follows promotions from their pull request until they run. What it knows is in the store and in Git. */
export class PromotionFollower {
  constructor(
    private readonly options: {
      store: Pick<
        FleetPromotionStore,
        | 'link'
        | 'sweep'
        | 'unreadChanges'
        | 'writeChange'
        | 'readBases'
        | 'isRead'
      >;
      hosts: Pick<GitHosts, 'find'>;
      logins: Pick<RequesterLogins, 'of'>;
      logger: LoggerService;
    },
  ) {}

  /** Answers how many promotions are told otherwise now. */
  async turn(): Promise<number> {
    const { store, logger } = this.options;
    const linked = await store.link();
    await this.#readChanges();
    const swept = await store.sweep((what, error) =>
      logger.error(`Could not follow the ${what}: ${messageOf(error)}`),
    );
    return linked + swept;
  }

  async #readChanges(): Promise<void> {
    const { store, hosts, logins, logger } = this.options;
    const away = new Set<string>();
    for (const row of await store.unreadChanges(mostRead)) {
      const { repository, number, mark } = row;
      if (away.has(repository)) {
        continue;
      }
      const target = findTarget(row, await store.readBases(repository));
      const fail = (problem: string) =>
        store.writeChange({
          repository,
          number,
          head: mark.head,
          pipelineId: target?.basis.id ?? '',
          stage: target?.stage.name ?? '',
          action: target?.action ?? 'promote',
          moves: [],
          overlays: {},
          before: {},
          reviews: [],
          readFor: mark.updatedAt,
          problem,
        });
      if (!target) {
        if (await store.isRead(repository)) {
          await fail('no stage of a pipeline goes by the name of its branch');
        }
        continue;
      }
      if (target.problem) {
        await fail(target.problem);
        continue;
      }
      try {
        await store.writeChange(
          await readChange(hosts.find(repository), row, target, logins),
        );
      } catch (error) {
        if (error instanceof GitError && error.problem !== 'revision-gone') {
          away.add(repository);
          logger.debug(`${repository} #${number}: ${error.message}`);
        } else {
          // What somebody pushed there stops no other.
          logger.warn(`${repository} #${number}: ${messageOf(error)}`);
          await fail(messageOf(error));
        }
      }
    }
  }
}

/** As a database can keep it. */
function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).replaceAll(
    '\0',
    '\ufffd',
  );
}
