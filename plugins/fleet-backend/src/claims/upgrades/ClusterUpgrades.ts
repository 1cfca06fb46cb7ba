import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  YamlError,
  type GitHosts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import type { FleetUpgradeStore } from '../../store/FleetUpgradeStore';
import type { ClaimRules } from '../ClaimRules';
import { advancePlan } from './advancePlan';
import { proposeUpgrade } from './proposeUpgrade';
import { refuseUpgrade } from './refuseUpgrade';
import type { UpgradeItem, UpgradePlan } from './UpgradePlan';

const mostClusters = 500;

/** Who takes away what a host refuses needs a while for it. */
const retryMs = 5 * 60_000;

/** A host that is away for a while fails nothing. */
const passing = ['throttled', 'unreachable', 'broken-answer', 'base-moved'];

/** Upgrades clusters wave by wave, by pull requests. What it knows is in the store and in Git, so that any replica goes on. */
export class ClusterUpgrades {
  constructor(
    private readonly options: {
      store: FleetUpgradeStore;
      hosts: Pick<GitHosts, 'find'>;
      repositories: readonly RepositoryConfig[];
      rules: ClaimRules;
      /** Kubernetes versions; none: any. */
      offered: readonly string[];
      logger: LoggerService;
      now?: () => Date;
      /** Has a cluster read now, with the version of its API server, which is asked seldom. */
      refresh(cluster: string): Promise<void>;
    },
  ) {}

  /**
   * Begins an upgrade; its first pull requests are opened by the next turn.
   *
   * @throws InputError naming what cannot be upgraded so, and why.
   */
  async start(options: {
    version: string;
    waves: { title: string; claims: Claim[] }[];
    requester: string;
  }): Promise<UpgradePlan> {
    const { store, offered } = this.options;
    const { version, waves, requester } = options;
    const claims = waves.flatMap(wave => wave.claims);
    const ids = claims.map(({ id }) => id);
    if (new Set(ids).size < ids.length || ids.length > mostClusters) {
      throw new InputError(
        `Each cluster is in one wave, once, and there are at most ${mostClusters} of them.`,
      );
    }
    refuseUpgrade(claims, version, offered);
    const busy = (await store.running()).flatMap(plan =>
      plan.waves
        .flatMap(({ clusters }) => clusters)
        .filter(
          ({ claimId, state }) => ids.includes(claimId) && state !== 'done',
        ),
    );
    if (busy.length > 0) {
      throw new InputError(
        `These are part of an upgrade that has not ended; stop it first: ${busy
          .map(({ cluster }) => cluster)
          .join(', ')}`,
      );
    }
    const plan: UpgradePlan = {
      id: randomUUID(),
      version: version.replace(/^v/, ''),
      state: 'running',
      requester,
      createdAt: this.#now().toISOString(),
      waves: waves.map(wave => ({
        title: wave.title,
        clusters: wave.claims.map(claim => ({
          cluster: claim.makesCluster ?? claim.name,
          claimId: claim.id,
          state: 'waiting',
          summary: 'waits for its wave',
        })),
      })),
    };
    await store.add(plan);
    return plan;
  }

  /** Opens no more pull requests for it. */
  stop(id: string): Promise<void> {
    return this.options.store.stop(id);
  }

  /** Looks at every upgrade that has not ended, and opens what is next. One that fails holds up none of the others. */
  async turn(): Promise<void> {
    for (const plan of await this.options.store.running()) {
      try {
        await this.#advance(plan);
      } catch (error) {
        this.options.logger.warn(
          `The upgrade to ${plan.version} of ${plan.createdAt} could not be looked at: ${error}`,
        );
      }
    }
  }

  async #advance(before: UpgradePlan): Promise<void> {
    const { store } = this.options;
    const facts = await store.facts(before);
    const { plan, open } = advancePlan(
      before,
      id => facts.get(id) ?? { reachable: false, nodes: [], unwell: 0 },
      this.#now().toISOString(),
    );
    let runs = await store.write(plan);
    for (const item of open) {
      // Somebody stopped it since, or the one before was refused.
      if (!runs || plan.state === 'failing') {
        break;
      }
      const wave = plan.waves.find(({ clusters }) => clusters.includes(item));
      Object.assign(item, await this.#open(plan, item, wave?.title ?? ''));
      if (item.state === 'failing') {
        plan.state = 'failing';
      }
      // What was opened is known, whatever comes next.
      runs = await store.write(plan);
    }
    await this.#refresh(plan);
  }

  #now(): Date {
    return this.options.now?.() ?? new Date();
  }

  /** Of clusters that are being upgraded the news are awaited. One that does not answer is told elsewhere. */
  async #refresh({ waves }: UpgradePlan): Promise<void> {
    const upgrading = waves
      .flatMap(({ clusters }) => clusters)
      .filter(({ state }) => state === 'upgrading');
    await Promise.allSettled(
      upgrading.map(({ cluster }) => this.options.refresh(cluster)),
    );
  }

  async #open(
    plan: UpgradePlan,
    item: UpgradeItem,
    title: string,
  ): Promise<Partial<UpgradeItem>> {
    const { store, hosts, repositories, rules } = this.options;
    const claim = await store.claim(item.claimId);
    if (!claim) {
      return { summary: 'waits for Git to have its claim' };
    }
    try {
      const opened = await proposeUpgrade(hosts, claim, {
        ...plan,
        title,
        repositories,
        rules,
      });
      return opened
        ? {
            opened,
            state: 'pull-request',
            summary: `#${opened.number} was opened`,
          }
        : { state: 'upgrading', summary: `Git asks for ${plan.version}` };
    } catch (error) {
      if (error instanceof GitError) {
        return passing.includes(error.problem)
          ? {
              state: 'waiting',
              summary: error.message,
              retryAt: error.retryAt?.toISOString(),
            }
          : this.#refused(error);
      }
      if (error instanceof YamlError) {
        return this.#refused(error);
      }
      throw error;
    }
  }

  #refused({ message }: Error): Partial<UpgradeItem> {
    const retryAt = new Date(this.#now().getTime() + retryMs);
    return {
      state: 'failing',
      summary: message,
      retryAt: retryAt.toISOString(),
    };
  }
}
