import type { ClusterUpgrade } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Knex } from 'knex';
import type { ClaimRules } from '../claims/ClaimRules';
import type { UpgradedClaim } from '../claims/upgrades/proposeUpgrade';
import { summariseUpgrade } from '../claims/upgrades/summariseUpgrade';
import type { UpgradePlan } from '../claims/upgrades/UpgradePlan';
import { claimFields } from '../claims/claimFields';
import { readGitClaims, type GitClaim } from './claims/readGitClaims';
import { readUpgradeFacts } from './claims/readUpgradeFacts';
import type { FleetUpgradeStore } from './FleetUpgradeStore';
import { filterClaims } from './queries/claims/filterClaims';
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
    private readonly database: Knex,
    private readonly rules: ClaimRules,
    private readonly now: () => Date,
  ) {}

  async list(
    options: Parameters<FleetUpgradeStore['list']>[0],
  ): Promise<ClusterUpgrade[]> {
    const { access, cluster, id } = options;
    const query = this.#select().orderBy('created_at', 'desc');
    const plans = await this.#read(
      id === undefined ? query.limit(mostListed) : query.where({ id }),
    );
    const ids = [...new Set(plans.flatMap(claimsOf))];
    const seen = new Set(
      await filterClaims({ database: this.database }, ids, access),
    );
    const git = await readGitClaims(this.database, [...seen]);
    return plans.flatMap(plan => {
      const shown = seenOf(plan, seen);
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
    await this.database('cluster_upgrades').insert({
      ...toRow(plan),
      summary: summariseUpgrade(plan),
    });
  }

  async write(plan: UpgradePlan): Promise<void> {
    await this.database('cluster_upgrades')
      .where({ id: plan.id })
      .whereIn('state', notEnded)
      .update({ ...toRow(plan), summary: summariseUpgrade(plan) });
  }

  async stop(id: string): Promise<void> {
    await this.database('cluster_upgrades')
      .where({ id })
      .whereIn('state', notEnded)
      .update({ state: 'stopped', ended_at: this.now().toISOString() });
  }

  facts(plan: UpgradePlan) {
    return readUpgradeFacts(this.database, this.rules, plan);
  }

  async claim(id: string): Promise<UpgradedClaim | undefined> {
    const git = (await readGitClaims(this.database, [id])).get(id);
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
    return this.database('cluster_upgrades').select(
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

function claimsOf({ waves }: UpgradePlan): string[] {
  return waves.flatMap(({ clusters }) => clusters.map(item => item.claimId));
}

function seenOf(plan: UpgradePlan, seen: ReadonlySet<string>): UpgradePlan {
  return {
    ...plan,
    waves: plan.waves.flatMap(wave => {
      const clusters = wave.clusters.filter(item => seen.has(item.claimId));
      return clusters.length > 0 ? [{ ...wave, clusters }] : [];
    }),
  };
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
      clusters: clusters.map(({ opened, unwell: _, ...item }) => ({
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
