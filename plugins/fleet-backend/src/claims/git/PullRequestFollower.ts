import {
  GitError,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import type { FleetClaimStore } from '../../store/FleetClaimStore';
import type { RequesterLogins } from '../../promotion/facts/RequesterLogins';
import type { RepositoryProblem } from './FollowedRepository';
import { followRepository } from './followRepository';

type FollowerStore = Pick<
  FleetClaimStore,
  'readRepository' | 'writeRepository' | 'failRepository' | 'keepRepositories'
>;

const notKept: RepositoryProblem = {
  kind: 'not-kept',
  message:
    'what it answered could not be kept: the log of the backend says why',
};

/** Follows the repositories that Git holds the fleet in: what they have of claims, and who wants to change it. */
export class PullRequestFollower {
  readonly #repositories: readonly RepositoryConfig[];
  readonly #hosts: Pick<GitHosts, 'find'>;
  readonly #store: FollowerStore;
  readonly #logins: Pick<RequesterLogins, 'of' | 'whoAre'>;
  /** Not before then, by repository: its host wants to be left alone. */
  readonly #restsUntil = new Map<string, number>();

  constructor(options: {
    repositories: readonly RepositoryConfig[];
    hosts: Pick<GitHosts, 'find'>;
    store: FollowerStore;
    logins: Pick<RequesterLogins, 'of' | 'whoAre'>;
  }) {
    this.#repositories = options.repositories;
    this.#hosts = options.hosts;
    this.#store = options.store;
    this.#logins = options.logins;
  }

  /** Asks each repository once. One that gives no answer keeps none of the others waiting for theirs. */
  async turn(now = new Date()): Promise<void> {
    await this.#store.keepRepositories(
      this.#repositories.map(({ url }) => url),
    );
    const turns = await Promise.allSettled(
      this.#repositories.map(repository => this.#follow(repository, now)),
    );
    const failed = turns.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') {
      throw failed.reason;
    }
  }

  async #follow(repository: RepositoryConfig, now: Date): Promise<void> {
    const { url } = repository;
    if ((this.#restsUntil.get(url) ?? 0) > now.getTime()) {
      return;
    }
    try {
      const known = await this.#store.readRepository(url);
      const news = await followRepository(
        this.#hosts.find(url),
        repository,
        known,
        this.#logins,
        now,
      );
      await this.#store.writeRepository(repository, news);
    } catch (error) {
      if (!(error instanceof GitError)) {
        await this.#store.failRepository(url, notKept);
        throw error;
      }
      this.#restsUntil.set(url, error.retryAt?.getTime() ?? 0);
      await this.#store.failRepository(url, problemOf(error));
    }
  }
}

function problemOf({ problem, message }: GitError): RepositoryProblem {
  return { kind: problem, message };
}
