import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  plannedChange,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type {
  FleetPromotionStore,
  NextChange,
} from '../../store/FleetPromotionStore';
import type { Planner } from '../Planner';

/** Opens the pull requests that come next: those of later waves, and of the way back where the config asks for it. */
export class NextOpener {
  constructor(
    private readonly options: {
      store: Pick<FleetPromotionStore, 'takeNext'>;
      hosts: Pick<GitHosts, 'find'>;
      planner: Planner;
      logger: LoggerService;
    },
  ) {}

  async turn(): Promise<void> {
    for (const next of await this.options.store.takeNext()) {
      try {
        await this.#open(next);
      } catch (error) {
        this.options.logger.warn(
          `The pull request that comes next for ${next.stage} could not be opened and is tried again: ${error}`,
        );
      }
    }
  }

  /** With the account of the integration. The name of its branch keeps it from being opened twice. */
  async #open(next: NextChange): Promise<void> {
    const { hosts, planner } = this.options;
    const plan = await planner.plan(next);
    if (plan.nothing !== undefined) {
      return;
    }
    const { host, repository } = hosts.find(plan.repository);
    await host.propose(repository, plannedChange(plan));
  }
}
