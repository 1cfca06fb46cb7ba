import type {
  CertificateList,
  EntityPipelines,
  FreezeList,
  PipelineList,
  PromotionDetail,
  PromotionEventList,
  PromotionList,
  PromotionPlan,
  PromotionStatistics,
  SecretSyncList,
} from '../types';
import type { PromotionAction } from '../promotion/PromotionAction';
import type { FleetListOptions } from './FleetListOptions';
import type { FleetRequestOptions, FleetRequests } from './FleetRequests';

/** What is to be promoted, or rolled back. @public */
export interface PromotionRequest {
  pipelineId: string;
  action: PromotionAction;
  /** That is to change. */
  stage: string;
  /** Absent: the stage before it; needed where there are several. */
  from?: string;
  /** Of a rollback: the commit of the base to go back to; absent: the last one that ran well. */
  revision?: string;
  /** Of who asks, for the pull request. */
  reason?: string;
}

/** A time: ISO 8601, in UTC. @public */
export interface FleetTimeRange {
  from?: string;
  until?: string;
}

/**
 * The part of the typed client that speaks of promotions, and of what applications get from secret stores and issuers.
 *
 * @public
 */
export class FleetPromotionClient {
  readonly #requests: FleetRequests;

  /** @internal */
  constructor(requests: FleetRequests) {
    this.#requests = requests;
  }

  list(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PromotionList>('promotions', options, request);
  }

  get(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<PromotionDetail>(
      `promotions/${encodeURIComponent(id)}`,
      {},
      request,
    );
  }

  /** What a promotion or a rollback would change. It makes nothing. */
  plan(promotion: PromotionRequest, request?: FleetRequestOptions) {
    return this.#requests.post<PromotionPlan>(
      'promotions/plan',
      promotion,
      request,
    );
  }

  pipelines(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<PipelineList>('pipelines', options, request);
  }

  /** The pipelines of an entity. */
  entityPipelines(entityRef: string, request?: FleetRequestOptions) {
    return this.#requests.get<EntityPipelines>(
      `pipelines/${encodeURIComponent(entityRef)}`,
      {},
      request,
    );
  }

  events(
    options?: FleetListOptions & FleetTimeRange,
    request?: FleetRequestOptions,
  ) {
    return this.#requests.get<PromotionEventList>(
      'promotion-events',
      options,
      request,
    );
  }

  statistics(options?: { days?: number }, request?: FleetRequestOptions) {
    return this.#requests.get<PromotionStatistics>(
      'promotion-statistics',
      options,
      request,
    );
  }

  freezes(range?: FleetTimeRange, request?: FleetRequestOptions) {
    return this.#requests.get<FreezeList>('freezes', range, request);
  }

  /** What a file of freezes would say, before it is in Git. It makes nothing. */
  checkFreezes(text: string, request?: FleetRequestOptions) {
    return this.#requests.post<FreezeList>('freezes/check', { text }, request);
  }

  secretSyncs(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<SecretSyncList>('secret-syncs', options, request);
  }

  certificates(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<CertificateList>(
      'certificates',
      options,
      request,
    );
  }
}
