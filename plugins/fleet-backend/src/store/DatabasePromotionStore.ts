import type { Move } from '@fleetcommander/backstage-plugin-fleet-common';
import type { PromotionRules } from '../promotion/PromotionRules';
import type { BranchNews } from '../promotion/git/BranchReading';
import type {
  FleetPromotionStore,
  PromotionVerdicts,
  Verdicts,
} from './FleetPromotionStore';
import type { Access, ListQuery } from './FleetQueryStore';
import * as branches from './promotion/branches';
import {
  forgetUnknown,
  unreadChanges,
  writeChange,
  type PromotionChange,
} from './promotion/changes';
import { addEvents, type NewEvent } from './promotion/events';
import { freezeFiles } from './promotion/freezeFiles';
import { knownEnvironments } from './promotion/knownEnvironments';
import { openPromotions } from './promotion/openPromotions';
import {
  notePromotionNews,
  readPromotionNews,
  type PromotionNews,
} from './promotion/promotionNews';
import { prunePromotions } from './promotion/prunePromotions';
import { ranWell } from './promotion/ranWell';
import { readBases } from './promotion/readBases';
import { readStageClusters } from './promotion/readStageClusters';
import { sweepArrivals } from './promotion/sweepArrivals';
import { sweepPipelines } from './promotion/sweepPipelines';
import {
  sweepPromotions,
  type SweepFailure,
} from './promotion/sweepPromotions';
import { sweepVersions } from './promotion/sweepVersions';
import { takeNext } from './promotion/takeNext';
import { writeStageVerdicts, writeVerdicts } from './promotion/verdicts';
import { coveredStages } from './queries/promotion/coveredStages';
import { hiddenClusters } from './queries/promotion/hiddenClusters';
import { listImageVerifiers } from './queries/promotion/listImageVerifiers';
import {
  listPipelines,
  nothing,
  pipelinesOf,
  wherePipeline,
} from './queries/promotion/listPipelines';
import { listPipelineRuns } from './queries/promotion/listPipelineRuns';
import { listPromotionEvents } from './queries/promotion/listPromotionEvents';
import {
  getPromotion,
  listPromotions,
} from './queries/promotion/listPromotions';
import { listSources } from './queries/promotion/listSources';
import { promotionStatistics } from './queries/promotion/promotionStatistics';
import { readPipelines } from './queries/promotion/readPipelines';
import type { QueryContext } from './queries/QueryContext';
import type { ResolutionInputs } from './resolve/ResolutionInputs';

/** Looking at every stage takes its time, and what runs well runs well for long. */
const versionsEveryMs = 60_000;

/** The part of the store that answers for promotions. */
export class DatabasePromotionStore implements FleetPromotionStore {
  readonly #context: QueryContext;
  readonly #rules: PromotionRules;
  readonly #inputs: ResolutionInputs;
  #versionsAt = 0;
  #linked = false;

  constructor(
    context: QueryContext,
    rules: PromotionRules,
    inputs: ResolutionInputs,
  ) {
    this.#context = context;
    this.#rules = rules;
    this.#inputs = inputs;
  }

  async getPipelines({
    entityRefs,
    access,
    promote,
  }: Parameters<FleetPromotionStore['getPipelines']>[0]) {
    const ids = await pipelinesOf(this.#context.database, entityRefs, access);
    return {
      items: await readPipelines(this.#context, this.#rules, ids, {
        access,
        promote,
      }),
      problems: [],
    };
  }

  async getPipeline(id: string, access: Access, promote: Access = nothing) {
    const { database } = this.#context;
    const query = database('promotion_applications').where(
      'promotion_applications.id',
      id,
    );
    wherePipeline(database, query, { access });
    const ids: string[] = await query.pluck('promotion_applications.id');
    const [pipeline] = await readPipelines(this.#context, this.#rules, ids, {
      access,
      promote,
    });
    return pipeline;
  }

  async hiddenClusters(id: string, access: Access) {
    const running = await readStageClusters(this.#context, [id], access);
    const hidden = await hiddenClusters(this.#context.database, [id], {
      access,
      running,
    });
    return hidden(id);
  }

  listPipelines(query: ListQuery) {
    return listPipelines(this.#context, this.#rules, query);
  }

  listPromotions(query: ListQuery) {
    return listPromotions(this.#context, this.#rules, query);
  }

  getPromotion(id: string, access: Access) {
    return getPromotion(this.#context, this.#rules, id, access);
  }

  listEvents(query: Parameters<FleetPromotionStore['listEvents']>[0]) {
    return listPromotionEvents(this.#context.database, query);
  }

  statistics(options: { access: Access; days: number }) {
    return promotionStatistics(this.#context, options);
  }

  async coversStage(
    { pipelineId, stage }: { pipelineId: string; stage: string },
    access: Access,
  ) {
    const basis = await this.readBasis(pipelineId);
    const found = basis?.pipeline?.stages.find(({ name }) => name === stage);
    const covered = await coveredStages(
      this.#context.database,
      [pipelineId],
      access,
    );
    return covered.has(`${pipelineId} ${found?.environment}`);
  }

  async readBasis(id: string) {
    const [basis] = await readBases(this.#context.database, this.#rules, [id]);
    return basis;
  }

  async readBases(repository: string) {
    const { database } = this.#context;
    const ids: string[] = await database('promotion_applications')
      .where({ repository })
      .orderBy('id')
      .pluck('id');
    return readBases(database, this.#rules, ids);
  }

  listPipelineRuns(applicationIds: readonly string[]) {
    return listPipelineRuns(this.#context, applicationIds);
  }

  listImageVerifiers(clusters: readonly string[]) {
    return listImageVerifiers(this.#context, clusters);
  }

  listSources(applicationIds: readonly string[]) {
    return listSources(this.#context, applicationIds);
  }

  freezeFiles() {
    return freezeFiles(this.#context.database, this.#rules.freezesPath);
  }

  environments(access: Access) {
    return knownEnvironments(this.#context.database, this.#rules, access);
  }

  ranWell(
    stage: { pipelineId: string; stage: string },
    moves: readonly Move[],
  ) {
    return ranWell(this.#context.database, stage, moves);
  }

  openPromotions() {
    return openPromotions(this.#context.database);
  }

  writeVerdicts(id: string, verdicts: PromotionVerdicts) {
    const { database, now } = this.#context;
    return writeVerdicts(database, id, verdicts, now());
  }

  writeStageVerdicts(
    stage: { pipelineId: string; stage: string },
    verdicts: Verdicts,
  ) {
    const { database, now } = this.#context;
    return writeStageVerdicts(database, stage, verdicts, now());
  }

  addEvents(events: readonly NewEvent[]) {
    return addEvents(this.#context.database, events);
  }

  keepRepositories(urls: readonly string[]) {
    return branches.keepRepositories(this.#context.database, urls);
  }

  readBranches(repository: string) {
    return branches.readBranches(this.#context.database, repository);
  }

  writeBranch(repository: string, branch: string, news?: BranchNews) {
    const { database, now } = this.#context;
    return branches.writeBranch(database, { repository, branch }, news, now());
  }

  failBranch(repository: string, branch: string, message: string) {
    const { database, now } = this.#context;
    return branches.failBranch(
      database,
      { repository, branch },
      message,
      now(),
    );
  }

  async isRead(repository: string) {
    const known = await branches.readBranches(
      this.#context.database,
      repository,
    );
    return known.length > 0 && known.every(({ complete }) => complete);
  }

  unreadChanges(most: number) {
    return unreadChanges(this.#context.database, most);
  }

  writeChange(change: PromotionChange) {
    return writeChange(this.#context.database, change);
  }

  problems() {
    return branches.branchProblems(this.#context.database);
  }

  async link(): Promise<number> {
    const { database } = this.#context;
    if (!this.#linked) {
      // The config may be another one than that of the process before.
      await forgetUnknown(database);
      this.#linked = true;
    }
    const resolution = await this.#inputs.read(database);
    return database.transaction(trx =>
      sweepPipelines(trx, this.#rules, resolution),
    );
  }

  async sweep(onFailure: SweepFailure = rethrow): Promise<number> {
    const changed = await sweepPromotions(
      this.#context,
      this.#rules,
      onFailure,
    );
    const now = this.#context.now().getTime();
    if (now - this.#versionsAt >= versionsEveryMs) {
      this.#versionsAt = now;
      await sweepVersions(this.#context, this.#rules, onFailure);
    } else {
      await sweepArrivals(this.#context, this.#rules, onFailure);
    }
    return changed;
  }

  takeNext() {
    const { database, now } = this.#context;
    return takeNext(database, this.#rules, now());
  }

  readNews() {
    const { database, now } = this.#context;
    return readPromotionNews(database, now());
  }

  noteNews(news: readonly PromotionNews[]) {
    return notePromotionNews(this.#context.database, news);
  }

  prune({ endedBefore }: { endedBefore: Date }) {
    return prunePromotions(this.#context.database, endedBefore);
  }
}

function rethrow(_what: string, error: unknown): never {
  throw error;
}
