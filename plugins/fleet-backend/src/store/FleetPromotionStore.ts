import type {
  EntityPipelines,
  GateEnforcement,
  GateVerdict,
  Move,
  Pipeline,
  PipelineList,
  PromotionAction,
  PromotionDetail,
  PromotionEventList,
  PromotionList,
  PromotionStatistics,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  ClusterProblem,
  PipelineRunRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { BranchNews, BranchState } from '../promotion/git/BranchReading';
import type { HiddenClusters } from '../promotion/HiddenClusters';
import type { PipelineBasis } from '../promotion/PipelineBasis';
import type { FirstWave } from '../promotion/Planner';
import type { KeptPromotion } from '../promotion/follow/KeptPromotion';
import type { Access, ListQuery } from './FleetQueryStore';
import type { PromotionChange, PromotionRequestRow } from './promotion/changes';
import type { NewEvent } from './promotion/events';
import type { PromotionNews } from './promotion/promotionNews';
import type { ImageVerifier } from './queries/promotion/listImageVerifiers';
import type { DeliverySource } from './queries/promotion/listSources';
import type { SweepFailure } from './promotion/sweepPromotions';

/** How the gates of a stage, or of a promotion, stand. */
export interface Verdicts {
  gates: GateVerdict[];
  enforcement: GateEnforcement;
}

/** The same of a promotion whose pull request is open. */
export interface PromotionVerdicts
  extends Verdicts,
    Pick<KeptPromotion, 'branchLacks'> {
  /** What they were judged by. */
  judged: string;
}

/** A file of freezes, as Git has it. */
export interface FreezeFile {
  repository: string;
  branch: string;
  path: string;
  /** Absent: the repository has none. */
  text?: string;
  /** Why it may say something else by now. */
  problem?: string;
  /** The commit that changed it last, and whose that is. */
  revision?: string;
  author?: string;
  at?: string;
}

/** The side of the store that answers for promotions. The id of a pipeline is that of its application in its repository. */
export interface FleetPromotionStore {
  /** Those of these entities that the access covers; `promote` is what the caller may promote. */
  getPipelines(options: {
    entityRefs: readonly string[];
    access: Access;
    promote: Access;
  }): Promise<EntityPipelines>;
  /** Undefined when there is none or the caller may not see it. */
  getPipeline(
    id: string,
    access: Access,
    promote?: Access,
  ): Promise<Pipeline | undefined>;
  /** Clusters of a pipeline that its answers must not name to a caller. */
  hiddenClusters(id: string, access: Access): Promise<HiddenClusters>;
  listPipelines(query: ListQuery): Promise<PipelineList>;
  listPromotions(query: ListQuery): Promise<PromotionList>;
  getPromotion(
    id: string,
    access: Access,
  ): Promise<PromotionDetail | undefined>;
  listEvents(
    query: ListQuery & { from?: string; until?: string },
  ): Promise<PromotionEventList>;
  statistics(options: {
    access: Access;
    days: number;
  }): Promise<PromotionStatistics>;
  /**
   * Whether the access covers every application of a stage; where there is none, one that there could be: of the environment, and of
   * the owners of the pipeline.
   */
  coversStage(
    stage: { pipelineId: string; stage: string },
    access: Access,
  ): Promise<boolean>;

  /** What Git and the config say. Who may see it is not asked. */
  readBasis(id: string): Promise<PipelineBasis | undefined>;
  /** The same of all pipelines of a repository. */
  readBases(repository: string): Promise<PipelineBasis[]>;
  freezeFiles(): Promise<FreezeFile[]>;
  /** Those that a freeze can be of, of clusters and pipelines that the access covers. */
  environments(access: Access): Promise<string[]>;
  /** Runs of Tekton in the namespaces that applications deploy to. Who may see them is not asked. */
  listPipelineRuns(
    applicationIds: readonly string[],
  ): Promise<{ cluster: string; record: PipelineRunRecord }[]>;
  /** Policies that refuse images without a good signature. Who may see them is not asked. */
  listImageVerifiers(clusters: readonly string[]): Promise<ImageVerifier[]>;
  /** What Flux fetches of what applications bring, by the cluster that they deploy to. Who may see it is not asked. */
  listSources(
    applicationIds: readonly string[],
  ): Promise<Map<string, DeliverySource[]>>;

  /** Promotions whose pull request is open; the others' gates are judged no more. */
  openPromotions(): Promise<KeptPromotion[]>;
  /** Whether what a rollback brings ran well everywhere in its stage before. */
  ranWell(
    stage: { pipelineId: string; stage: string },
    moves: readonly Move[],
  ): Promise<boolean>;
  /** Keeps how the gates of an open promotion stand, and by what they were judged; says so in the record of events. */
  writeVerdicts(
    promotionId: string,
    verdicts: PromotionVerdicts,
  ): Promise<void>;
  /** Keeps how the gates of a stage stand that nothing is promoted into. */
  writeStageVerdicts(
    stage: { pipelineId: string; stage: string },
    verdicts: Verdicts,
  ): Promise<void>;
  /** Adds what is not known yet, by its id. */
  addEvents(events: readonly NewEvent[]): Promise<void>;

  /** Forgets branches of repositories that the config no longer names. */
  keepRepositories(urls: readonly string[]): Promise<void>;
  readBranches(repository: string): Promise<BranchState[]>;
  /** Keeps what a branch was found to say; without news, that it still says what it did. */
  writeBranch(
    repository: string,
    branch: string,
    news?: BranchNews,
  ): Promise<void>;
  /** Keeps why a branch gives no answer; what it said before stays. */
  failBranch(
    repository: string,
    branch: string,
    message: string,
  ): Promise<void>;
  /** Whether all of a repository's overlays have been read. */
  isRead(repository: string): Promise<boolean>;
  /** Pull requests on branches of promotions that are new, or have changed since they were read. */
  unreadChanges(most: number): Promise<PromotionRequestRow[]>;
  /** Keeps what one of them changes. */
  writeChange(change: PromotionChange): Promise<void>;
  /** What keeps repositories, or something of them, from being read, and what to do. */
  problems(): Promise<ClusterProblem[]>;
  /**
   * Brings up to date which pipeline applications have, and whose they are proven to be. Answers how many are told otherwise now. One
   * replica does so at a time, as with what comes next.
   */
  link(): Promise<number>;
  /**
   * Brings promotions up to date with what was read of Git and the fleet. Answers how many are told otherwise now. What cannot be keeps
   * nothing else from it where somebody wants to be told; else it is thrown.
   */
  sweep(onFailure?: SweepFailure): Promise<number>;
  /** Promotions whose next wave is to be opened, or whose way back: each is handed to one replica, for a while. */
  takeNext(): Promise<NextChange[]>;
  /** Promotions that wait, are stuck, failed or are done, whose owners have not been told. */
  readNews(): Promise<PromotionNews[]>;
  /** Their owners have been told. */
  noteNews(news: readonly PromotionNews[]): Promise<void>;
  /** Deletes what is too long ago: promotions and events that ended before that. */
  prune(options: { endedBefore: Date }): Promise<void>;
}

/** A pull request that the backend is to open in a requester's name. */
export interface NextChange {
  pipelineId: string;
  action: PromotionAction;
  /** That is to change. */
  stage: string;
  from?: string;
  requester: string;
  /** Of a promotion: its next wave. */
  wave?: number;
  /** Of a next wave: what it is to get too. */
  first?: FirstWave;
  reason: string;
}
