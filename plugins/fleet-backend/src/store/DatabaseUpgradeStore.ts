import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ClaimRules } from '../claims/ClaimRules';
import type { UpgradedClaim } from '../claims/upgrades/proposeUpgrade';
import { summariseUpgrade } from '../claims/upgrades/summariseUpgrade';
import type { UpgradeItem, UpgradePlan } from '../claims/upgrades/UpgradePlan';
import { claimFields } from '../claims/claimFields';
import { readGitClaims, type GitClaim } from './claims/readGitClaims';
import { readUpgradeFacts } from './claims/readUpgradeFacts';
import type { FleetUpgradeStore } from './FleetUpgradeStore';
import { filterClaims } from './queries/claims/filterClaims';
import { hiddenClusters, hiddenWords } from './queries/claims/hiddenClusters';
import type { QueryContext } from './queries/QueryContext';
import { withoutNulls } from './sql/withoutNulls';

interface UpgradeRow
  extends Pick<UpgradePlan, 'id' | 'version' | 'state' | 'requester'> {
  created_at: string;
  ended_at?: string;
  waves: string;
}

const mostListed = 100;
const notEnded: UpgradePlan['state'][] = ['running', 'failing'];

/** The part of the store that keeps upgrades of clusters in waves. */
export class DatabaseUpgradeStore implements FleetUpgradeStore {
  constructor(
    private readonly context: QueryContext,
    private readonly rules: ClaimRules,
  ) {}

  async list(
    options: Parameters<FleetUpgradeStore['list']>[0],
  ): Promise<ClusterUpgrade[]> {
    const { access, cluster, id } = options;
    const query = this.#select().orderBy('created_at', 'desc');
    const plans = await this.#read(
      id === undefined ? query.limit(mostListed) : query.where({ id }),
    );
    const { database } = this.context;
    const items = plans.flatMap(itemsOf);
    const ids = new Set(items.map(({ claimId }) => claimId));
    const seen = new Set(await filterClaims(this.context, [...ids], access));
    const git = await readGitClaims(database, [...seen]);
    const hidden = await hiddenClusters(
      database,
      items.map(item => item.cluster),
      access,
    );
    return plans.flatMap(plan => {
      const shown = seenOf(plan, seen, hidden);
      const names = shown.waves.flatMap(({ clusters }) =>
        clusters.map(item => item.cluster),
      );
      return names.length > 0 && (!cluster || names.includes(cluster))
        ? [toUpgrade(shown, git)]
        : [];
    });
  }

  running(): Promise<UpgradePlan[]> {
    return this.#read(
      this.#select().whereIn('state', notEnded).orderBy('created_at'),
    );
  }

  async get(id: string): Promise<UpgradePlan | undefined> {
    const [plan] = await this.#read(this.#select().where({ id }));
    return plan;
  }

  async add(plan: UpgradePlan): Promise<void> {
    await this.context.database('cluster_upgrades').insert({
      ...toRow(plan),
      summary: summariseUpgrade(plan),
    });
  }

  async write(plan: UpgradePlan): Promise<boolean> {
    const { id } = plan;
    const row = { ...toRow(plan), summary: summariseUpgrade(plan) };
    const written = await this.context
      .database('cluster_upgrades')
      .where({ id })
      .whereIn('state', notEnded)
      .update(row);
    if (written > 0) {
      return true;
    }
    await this.context
      .database('cluster_upgrades')
      .where({ id, state: 'stopped' })
      .update({ waves: row.waves });
    return false;
  }

  async stop(id: string): Promise<void> {
    await this.context
      .database('cluster_upgrades')
      .where({ id })
      .whereIn('state', notEnded)
      .update({ state: 'stopped', ended_at: this.context.now().toISOString() });
  }

  facts(plan: UpgradePlan) {
    return readUpgradeFacts(this.context, this.rules, plan);
  }

  async claim(id: string): Promise<UpgradedClaim | undefined> {
    const git = (await readGitClaims(this.context.database, [id])).get(id);
    const { makesCluster, version } = git
      ? claimFields(git.manifest, this.rules)
      : {};
    return (
      git?.file && {
        ...git.manifest,
        cluster: makesCluster ?? git.manifest.name,
        version,
        source: git.file,
      }
    );
  }

  #select(): Knex.QueryBuilder {
    return this.context
      .database('cluster_upgrades')
      .select(
        'id',
        'version',
        'state',
        'requester',
        'created_at',
        'ended_at',
        'waves',
      );
  }

  async #read(query: Knex.QueryBuilder): Promise<UpgradePlan[]> {
    const rows: object[] = await query;
    return rows.map(found => {
      const row = withoutNulls<UpgradeRow>(found);
      const { created_at: createdAt, ended_at: endedAt, waves, ...plan } = row;
      return { ...plan, createdAt, endedAt, waves: JSON.parse(waves) };
    });
  }
}

function itemsOf({ waves }: UpgradePlan): UpgradeItem[] {
  return waves.flatMap(({ clusters }) => clusters);
}

function seenOf(
  plan: UpgradePlan,
  seen: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): UpgradePlan {
  return {
    ...plan,
    waves: plan.waves.flatMap(wave => {
      const clusters = wave.clusters
        .filter(item => seen.has(item.claimId))
        .map(item =>
          hidden.has(item.cluster) && isToldByCluster(item)
            ? { ...item, summary: hiddenWords }
            : item,
        );
      return clusters.length > 0 ? [{ ...wave, clusters }] : [];
    }),
  };
}

/** And not by Git alone. */
function isToldByCluster({ state, retryAt }: UpgradeItem): boolean {
  return state === 'upgrading' || (state === 'failing' && !retryAt);
}

function toUpgrade(
  plan: UpgradePlan,
  git: ReadonlyMap<string, GitClaim>,
): ClusterUpgrade {
  return {
    ...plan,
    summary: summariseUpgrade(plan),
    waves: plan.waves.map(({ title, clusters }) => ({
      title,
      clusters: clusters.map(({ opened, unwell: _, retryAt: __, ...item }) => ({
        ...item,
        pullRequest: git
          .get(item.claimId)
          ?.pullRequests.find(
            ({ repository, number }) =>
              repository === opened?.repository && number === opened?.number,
          ),
      })),
    })),
  };
}

function toRow(plan: UpgradePlan): UpgradeRow {
  const { id, version, state, requester, createdAt, endedAt, waves } = plan;
  return {
    id,
    version,
    state,
    requester,
    created_at: createdAt,
    ended_at: endedAt,
    waves: JSON.stringify(waves),
  };
}
