import {
  GitError,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import type { FleetPromotionStore } from '../../store/FleetPromotionStore';
import type { RequesterLogins } from '../facts/RequesterLogins';
import type { PromotionRules } from '../PromotionRules';
import { branchesOf } from './branchesOf';
import { readBranch } from './readBranch';

type ReaderStore = Pick<
  FleetPromotionStore,
  'keepRepositories' | 'readBranches' | 'writeBranch' | 'failBranch'
>;

/** Reads what the repositories of the fleet say that applications run. */
export class OverlayReader {
  /** Not before then, by repository: its host wants to be left alone. */
  readonly #restsUntil = new Map<string, number>();

  /** Repositories that this process has looked at. */
  readonly #begun = new Set<string>();

  constructor(
    private readonly options: {
      rules: PromotionRules;
      hosts: Pick<GitHosts, 'find'>;
      store: ReaderStore;
      logins: Pick<RequesterLogins, 'of' | 'whoAre'>;
      proofKeys: readonly string[];
    },
  ) {}

  /** Asks each repository once. One that gives no answer keeps none of the others waiting for theirs. */
  async turn(now = new Date()): Promise<void> {
    const { rules, store } = this.options;
    const repositories = rules.repositories.filter(
      ({ layout }) => layout.overlay,
    );
    await store.keepRepositories(repositories.map(({ url }) => url));
    const turns = await Promise.allSettled(
      repositories.map(repository => this.#read(repository, now)),
    );
    const failed = turns.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') {
      throw failed.reason;
    }
  }

  async #read(config: RepositoryConfig, now: Date): Promise<void> {
    const { rules, hosts, store, logins, proofKeys } = this.options;
    const { url, layout } = config;
    if ((this.#restsUntil.get(url) ?? 0) > now.getTime()) {
      return;
    }
    const begun = this.#begun.has(url);
    let current = config.branch ?? 'HEAD';
    try {
      const git = hosts.find(url);
      const known = await store.readBranches(url);
      const branches = await branchesOf(git, config, rules.environments);
      for (const branch of branches) {
        current = branch.branch;
        const state = known.find(before => before.branch === branch.branch);
        const news = await readBranch(
          git,
          branch,
          {
            branch: current,
            overlays: new Map(),
            ...state,
            // The layout may be another one than that of the process before.
            complete: state !== undefined && state.complete && begun,
          },
          { layout, rules, logins, proofKeys },
        );
        await store.writeBranch(url, current, news);
      }
      this.#begun.add(url);
    } catch (error) {
      if (!(error instanceof GitError)) {
        throw error;
      }
      this.#restsUntil.set(url, error.retryAt?.getTime() ?? 0);
      await store.failBranch(url, current, error.message);
    }
  }
}
