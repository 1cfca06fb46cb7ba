import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_DELIVERY_KEY,
  type DriftSeverity,
  type PolicySeverity,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { EntityDirectory } from '../ownership/EntityDirectory';
import type { ClaimRules } from '../claims/ClaimRules';
import type { PromotionRules } from '../promotion/PromotionRules';
import type { PolicyBaseline } from '../policy/PolicyBaseline';
import { proofKeysOf } from '../ownership/proofKeysOf';
import { DatabaseClaimStore } from './DatabaseClaimStore';
import { DatabasePlatformStore } from './DatabasePlatformStore';
import { DatabasePromotionStore } from './DatabasePromotionStore';
import { DatabaseUpgradeStore } from './DatabaseUpgradeStore';
import type {
  ClusterChange,
  ClusterLease,
  ClusterPollState,
  EnvironmentOf,
  WriteResult,
} from './FleetPollStore';
import type { Access, FleetQueryStore, ListQuery } from './FleetQueryStore';
import type { FleetStore } from './FleetStore';
import type { FleetWebhookStore, WebhookCount } from './FleetWebhookStore';
import {
  noteDriftNews,
  readDriftNews,
  type DriftNews,
} from './drift/driftNews';
import type { DriftRules } from './drift/DriftRules';
import { forgetObjects } from './drift/forgetObjects';
import { markDrift } from './drift/markDrift';
import { sweepDrifts } from './drift/sweepDrifts';
import type { FleetDriftStore } from './FleetDriftStore';
import type { GitQuestionState } from './FleetGitStore';
import { takeGitQuestions, writeGitAnswers } from './git/gitQuestions';
import * as leases from './poll/leases';
import {
  notePolicyNews,
  readPolicyNews,
  type PolicyNews,
} from './policy/policyNews';
import { sweepPolicies } from './policy/sweepPolicies';
import { readPollState } from './poll/readPollState';
import { syncClusters } from './poll/syncClusters';
import { writeChange } from './poll/writeChange';
import { filterApplications } from './queries/filterApplications';
import { findOwningApplication } from './queries/findOwningApplication';
import { getApplication } from './queries/getApplication';
import { getCluster, listClusters } from './queries/listClusters';
import { getClusterDetail } from './queries/getClusterDetail';
import { getEntity } from './queries/getEntity';
import { getMatrix } from './queries/getMatrix';
import type { GitHosts } from './queries/gitHostsOf';
import { getSummary } from './queries/getSummary';
import { listApplications } from './queries/listApplications';
import { listCollections } from './queries/listCollections';
import { countDrifts } from './queries/countDrifts';
import { listDelivering } from './queries/listDelivering';
import { getDrift, listDrifts } from './queries/listDrifts';
import { listTransitions } from './queries/listTransitions';
import { listUnowned } from './queries/listUnowned';
import {
  getEntityPolicy,
  type PolicyScope,
} from './queries/policy/getEntityPolicy';
import { getPolicy } from './queries/policy/getPolicy';
import {
  getPolicyCoverage,
  type CoverageQuery,
} from './queries/policy/getPolicyCoverage';
import {
  getPolicyPosture,
  type PostureQuery,
} from './queries/policy/getPolicyPosture';
import {
  getPolicyTrend,
  type TrendQuery,
} from './queries/policy/getPolicyTrend';
import { listPolicies } from './queries/policy/listPolicies';
import { listPolicyExceptions } from './queries/policy/listPolicyExceptions';
import { listPolicyResults } from './queries/policy/listPolicyResults';
import type { QueryContext } from './queries/QueryContext';
import { readDiffBasis } from './queries/readDiffBasis';
import { ResolutionInputs } from './resolve/ResolutionInputs';
import type { ResolutionSettings } from './resolve/ResolutionSettings';
import { resolveFleet } from './resolve/resolveFleet';
import { collectionId } from './rows/CollectionRow';
import { receiveWebhook } from './webhooks/receiveWebhook';
import { countWebhooks, readWebhookCounts } from './webhooks/webhookCounts';

const migrationsDirectory = resolvePackagePath(
  '@fleetcommander/backstage-plugin-fleet-backend',
  'migrations',
);

export interface DatabaseFleetStoreOptions extends ResolutionSettings {
  database: Knex;
  /** URL templates by title; see `fleet.links` of the config. */
  links: Readonly<Record<string, string>>;
  drift: DriftRules;
  /** What clusters must have now; see `fleet.policy.baselines` of the config. */
  baselines?: () => readonly PolicyBaseline[];
  /** What the config says of claims; nothing when absent. */
  claims?: ClaimRules;
  promotion?: PromotionRules;
  /** Whose pages commits can be linked to, besides those that are known by their name. */
  gitHosts?: GitHosts;
  /** How old a fact may be: two polls. */
  staleAfterSeconds: number;
  now?: () => Date;
}

const noClaimRules: ClaimRules = {
  clusterKinds: [],
  bootstrap: [],
  environments: [],
};

const noPromotionRules: PromotionRules = {
  pipelines: [],
  environments: [],
  repositories: [],
  freezesPath: 'freezes.yaml',
  stuckAfterMs: 24 * 60 * 60_000,
};

/** The state of the fleet in SQLite or PostgreSQL. */
export class DatabaseFleetStore implements FleetStore {
  /** Migrates the database first. */
  static async create(
    options: DatabaseFleetStoreOptions,
  ): Promise<DatabaseFleetStore> {
    const { database } = options;
    await database.migrate.latest({ directory: migrationsDirectory });
    if (database.client.config.client === 'better-sqlite3') {
      // A commit does not wait for the disk then; a crash of the machine may cost the last polls, which are polled again.
      await database.raw('pragma journal_mode = wal');
      await database.raw('pragma synchronous = normal');
    }
    return new DatabaseFleetStore(options);
  }

  readonly #database: Knex;
  readonly #now: () => Date;
  readonly #inputs: ResolutionInputs;
  readonly #context: QueryContext;
  readonly #drift: DriftRules;
  readonly claims: DatabaseClaimStore;
  readonly platform: DatabasePlatformStore;
  readonly upgrades: DatabaseUpgradeStore;
  readonly promotions: DatabasePromotionStore;

  private constructor(options: DatabaseFleetStoreOptions) {
    const { database, ownership, environments, links } = options;
    const { gitHosts = new Map(), baselines = () => [] } = options;
    this.#database = database;
    this.#drift = options.drift;
    this.#now = options.now ?? (() => new Date());
    this.#inputs = new ResolutionInputs({ ownership, environments });
    this.#context = {
      database,
      environments: environments.map(({ name }) => name),
      baselines,
      links,
      gitHosts,
      proofKeys: proofKeysOf(ownership).filter(
        key => key !== ANNOTATION_DELIVERY_KEY,
      ),
      staleAfterSeconds: options.staleAfterSeconds,
      now: this.#now,
    };
    const claimRules = options.claims ?? noClaimRules;
    this.claims = new DatabaseClaimStore(
      this.#context,
      claimRules,
      this.#inputs,
    );
    this.platform = new DatabasePlatformStore(this.#context);
    this.upgrades = new DatabaseUpgradeStore(this.#context, claimRules);
    this.promotions = new DatabasePromotionStore(
      this.#context,
      options.promotion ?? noPromotionRules,
      this.#inputs,
    );
  }

  syncClusters(
    definitions: readonly ClusterDefinition[],
    options: { complete: boolean; environmentOf: EnvironmentOf },
  ): Promise<void> {
    return syncClusters(this.#database, this.#inputs, definitions, options);
  }

  heartbeat(replica: string, options: { ttlSeconds: number }): Promise<number> {
    return leases.heartbeat(this.#database, {
      replica,
      now: this.#now(),
      ...options,
    });
  }

  claimClusters(options: {
    replica: string;
    limit: number;
    leaseSeconds: number;
  }): Promise<ClusterLease[]> {
    return leases.claimClusters(this.#database, {
      now: this.#now(),
      ...options,
    });
  }

  renewLeases(
    held: readonly ClusterLease[],
    options: { leaseSeconds: number },
  ): Promise<{ lost: ClusterLease[] }> {
    return leases.renewLeases(this.#database, held, {
      now: this.#now(),
      ...options,
    });
  }

  releaseCluster(lease: ClusterLease): Promise<void> {
    return leases.releaseCluster(this.#database, lease);
  }

  async countClusters(): Promise<number> {
    const [{ count }] = await this.#database('clusters').count({ count: '*' });
    return Number(count);
  }

  readPollState(cluster: string): Promise<ClusterPollState> {
    return readPollState(this.#database, cluster);
  }

  touch(held: readonly ClusterLease[], options: { at: Date }): Promise<void> {
    return leases.touchClusters(this.#database, held, options);
  }

  write(lease: ClusterLease, change: ClusterChange): Promise<WriteResult> {
    return writeChange(
      this.#database,
      this.#inputs,
      lease,
      change,
      this.#drift,
    );
  }

  async setDirectory(directory: EntityDirectory): Promise<{ changed: number }> {
    const database = this.#database;
    const version = await database.transaction(trx =>
      this.#inputs.saveEntities(trx, directory),
    );
    if (version === (await this.#inputs.resolvedVersion(database))) {
      return { changed: 0 };
    }
    const changed = await resolveFleet(
      database,
      await this.#inputs.read(database),
    );
    await this.#inputs.saveResolvedVersion(database, version);
    return { changed };
  }

  async prune(options: { transitionsBefore: Date }): Promise<void> {
    await this.#database('transitions')
      .where('at', '<', options.transitionsBefore.toISOString())
      .delete();
  }

  listDrifts(query: ListQuery) {
    return listDrifts(this.#context, query);
  }

  countDrifts(query: Pick<ListQuery, 'access' | 'filter'>) {
    return countDrifts(this.#context, query);
  }

  getDrift(id: string, access: Access) {
    return getDrift(this.#context, id, access);
  }

  markDrift(id: string, mark: Parameters<FleetDriftStore['markDrift']>[1]) {
    return markDrift(this.#database, id, mark);
  }

  sweepDrifts(): Promise<number> {
    return sweepDrifts(this.#database, this.#drift, this.#now());
  }

  keepOverridesOf(kinds: Parameters<FleetDriftStore['keepOverridesOf']>[0]) {
    return forgetObjects(this.#database, {
      except: kinds.map(collectionId),
      at: this.#now(),
    });
  }

  takeGitQuestions(): Promise<GitQuestionState[]> {
    return takeGitQuestions(this.#database);
  }

  writeGitAnswers(states: readonly GitQuestionState[]): Promise<void> {
    return writeGitAnswers(this.#database, states, this.#now());
  }

  readDriftNews(options: { severity: DriftSeverity }) {
    return readDriftNews(this.#database, { ...options, now: this.#now() });
  }

  noteDriftNews(news: readonly DriftNews[]): Promise<void> {
    return noteDriftNews(this.#database, news);
  }

  async pruneDrifts(options: { endedBefore: Date }): Promise<void> {
    await this.#database('drifts')
      .where('ended_at', '<', options.endedBefore.toISOString())
      .delete();
  }

  receiveWebhook(
    cluster: string,
    webhook: Parameters<FleetWebhookStore['receiveWebhook']>[1],
  ) {
    return receiveWebhook(this.#database, cluster, webhook, this.#now());
  }

  countWebhooks(counts: readonly WebhookCount[]): Promise<void> {
    return countWebhooks(this.#database, counts);
  }

  readWebhookCounts(cluster: string): Promise<WebhookCount[]> {
    return readWebhookCounts(this.#database, cluster);
  }

  listPolicies(query: ListQuery) {
    return listPolicies(this.#context, query);
  }

  getPolicy(key: string, access: Access) {
    return getPolicy(this.#context, key, access);
  }

  listPolicyResults(query: ListQuery) {
    return listPolicyResults(this.#context, query);
  }

  getPolicyCoverage(query: CoverageQuery) {
    return getPolicyCoverage(this.#context, query);
  }

  getPolicyPosture(query: PostureQuery) {
    return getPolicyPosture(this.#context, query);
  }

  getPolicyTrend(query: TrendQuery) {
    return getPolicyTrend(this.#context, query);
  }

  listPolicyExceptions(query: ListQuery) {
    return listPolicyExceptions(this.#context, query);
  }

  getEntityPolicy(scope: PolicyScope) {
    return getEntityPolicy(this.#context, scope);
  }

  sweepPolicies(): Promise<number> {
    return sweepPolicies(this.#database, this.#now());
  }

  async readPolicyNews(options: { severity: PolicySeverity }) {
    const environment = this.#context.environments.at(-1);
    return environment === undefined
      ? []
      : readPolicyNews(this.#database, {
          ...options,
          environment,
          now: this.#now(),
        });
  }

  notePolicyNews(news: readonly PolicyNews[]): Promise<void> {
    return notePolicyNews(this.#database, news);
  }

  async prunePolicyResults(options: { endedBefore: Date }): Promise<void> {
    await this.#database('policy_results')
      .where('ended_at', '<', options.endedBefore.toISOString())
      .delete();
  }

  listClusters(query: ListQuery) {
    return listClusters(this.#context, query);
  }

  getCluster(name: string, access: Access) {
    return getCluster(this.#context, name, access);
  }

  getClusterDetail(name: string, access: Access) {
    return getClusterDetail(this.#context, name, access);
  }

  listCollections(cluster: string) {
    return listCollections(this.#context, cluster);
  }

  listApplications(query: ListQuery) {
    return listApplications(this.#context, query);
  }

  getApplication(id: string, access: Access) {
    return getApplication(this.#context, id, access);
  }

  filterApplications(ids: readonly string[], access: Access) {
    return filterApplications(this.#context, ids, access);
  }

  getEntity(options: Parameters<FleetQueryStore['getEntity']>[0]) {
    return getEntity(this.#context, options);
  }

  getMatrix(query: Parameters<FleetQueryStore['getMatrix']>[0]) {
    return getMatrix(this.#context, query);
  }

  getSummary(query: Parameters<FleetQueryStore['getSummary']>[0]) {
    return getSummary(this.#context, query);
  }

  listDelivering(options: Parameters<FleetQueryStore['listDelivering']>[0]) {
    return listDelivering(this.#context, options);
  }

  listTransitions(query: ListQuery) {
    return listTransitions(this.#context, query);
  }

  listUnowned(query: ListQuery) {
    return listUnowned(this.#context, query);
  }

  findOwningApplication(
    object: Parameters<FleetQueryStore['findOwningApplication']>[0],
    access: Access,
  ) {
    return findOwningApplication(this.#context, object, access);
  }

  readDiffBasis(
    applicationId: string,
    object: Parameters<FleetQueryStore['readDiffBasis']>[1],
  ) {
    return readDiffBasis(this.#context, applicationId, object);
  }
}
