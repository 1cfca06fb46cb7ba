import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ActionResult,
  Adoptability,
  AdoptionPlan,
  ApplicationDetail,
  ApplicationList,
  BulkResult,
  Cluster,
  ClusterDetail,
  ClusterList,
  Doctor,
  Drift,
  DriftList,
  EntityView,
  LiveObject,
  Matrix,
  ObjectDiff,
  Summary,
  TransitionList,
  UnownedList,
} from '../types';
import { FleetClaimClient } from './FleetClaimClient';
import type { FleetListOptions } from './FleetListOptions';
import { FleetPolicyClient } from './FleetPolicyClient';
import { FleetPromotionClient } from './FleetPromotionClient';
import { FleetRequests, type FleetRequestOptions } from './FleetRequests';

/** What can be done to an application without Git. @public */
export type ApplicationAction = 'reconcile' | 'suspend' | 'resume';

/** A window of the matrix. @public */
export interface FleetMatrixOptions extends FleetListOptions {
  differences?: boolean;
  /** Rows of one group follow each other. */
  groupBy?: 'owner' | 'system';
  columnOffset?: number;
  columnLimit?: number;
}

/** A live object. @public */
export interface FleetObjectPath {
  cluster: string;
  /** Empty for the core API. */
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name: string;
}

/** Which live object to read. @public */
export interface FleetObjectOptions extends FleetObjectPath {
  with?: ('pods' | 'events')[];
}

/**
 * The typed client of the fleet backend. Throws ResponseError on any answer that is not in the 200s.
 *
 * @public
 */
export class FleetClient {
  /** Requests for infrastructure, and what becomes of them. */
  readonly claims: FleetClaimClient;
  /** Policies, what breaks them, and where they are missing. */
  readonly policies: FleetPolicyClient;
  /** How applications move through their stages. */
  readonly promotions: FleetPromotionClient;
  readonly #requests: FleetRequests;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#requests = new FleetRequests(options);
    this.claims = new FleetClaimClient(this.#requests);
    this.policies = new FleetPolicyClient(this.#requests);
    this.promotions = new FleetPromotionClient(this.#requests);
  }

  listClusters(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<ClusterList>('clusters', options, request);
  }

  getCluster(name: string, request?: FleetRequestOptions) {
    return this.#requests.get<ClusterDetail>(
      `clusters/${encodeURIComponent(name)}`,
      {},
      request,
    );
  }

  getDoctor(name: string, request?: FleetRequestOptions) {
    return this.#requests.get<Doctor>(
      `clusters/${encodeURIComponent(name)}/doctor`,
      {},
      request,
    );
  }

  refreshCluster(name: string, request?: FleetRequestOptions) {
    return this.#requests.post<Cluster>(
      `clusters/${encodeURIComponent(name)}/refresh`,
      undefined,
      request,
    );
  }

  listApplications(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<ApplicationList>(
      'applications',
      options,
      request,
    );
  }

  getApplication(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<ApplicationDetail>(
      `applications/${encodeURIComponent(id)}`,
      {},
      request,
    );
  }

  actOnApplication(
    id: string,
    action: ApplicationAction,
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<ActionResult>(
      `applications/${encodeURIComponent(id)}/${action}`,
      undefined,
      request,
    );
  }

  actOnApplications(
    action: ApplicationAction,
    options: { filter: string[]; text?: string; preview: boolean },
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<BulkResult>(
      `applications/${action}`,
      options,
      request,
    );
  }

  getEntity(
    entityRef: string,
    options: { sections?: string[] } = {},
    request?: FleetRequestOptions,
  ) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#requests.get<EntityView>(
      `entities/${path}`,
      { sections: options.sections?.join(',') },
      request,
    );
  }

  getMatrix(options?: FleetMatrixOptions, request?: FleetRequestOptions) {
    return this.#requests.get<Matrix>('matrix', options, request);
  }

  getObject(options: FleetObjectOptions, request?: FleetRequestOptions) {
    return this.#requests.get<LiveObject>(
      pathOf(options),
      { with: options.with?.join(',') },
      request,
    );
  }

  /** What the object should be against what it is, asked of its cluster now. */
  getObjectDiff(object: FleetObjectPath, request?: FleetRequestOptions) {
    return this.#requests.get<ObjectDiff>(
      `${pathOf(object)}/diff`,
      {},
      request,
    );
  }

  listDrifts(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<DriftList>('drifts', options, request);
  }

  /** Says that it has been seen; taken back when the drift ends. */
  acknowledgeDrift(
    id: string,
    mark: { reason: string },
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<Drift>(
      `drifts/${encodeURIComponent(id)}/acknowledge`,
      mark,
      request,
    );
  }

  /** Leaves it out of lists and notifications until a time (ISO 8601). */
  muteDrift(
    id: string,
    mark: { reason: string; until: string },
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<Drift>(
      `drifts/${encodeURIComponent(id)}/mute`,
      mark,
      request,
    );
  }

  /** Whether Git can be had say a value that somebody set live. Needs the permission `fleet.application.promote` for its application. */
  adoptability(id: string, request?: FleetRequestOptions) {
    return this.#requests.get<Adoptability>(
      `drifts/${encodeURIComponent(id)}/adoptability`,
      undefined,
      request,
    );
  }

  /** What would change in Git to keep a value that somebody set live. It makes nothing. */
  planAdoption(
    id: string,
    asked: { reason?: string } = {},
    request?: FleetRequestOptions,
  ) {
    return this.#requests.post<AdoptionPlan>(
      `drifts/${encodeURIComponent(id)}/adoption-plan`,
      asked,
      request,
    );
  }

  listTransitions(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<TransitionList>('transitions', options, request);
  }

  getSummary(options?: { filter?: string[] }, request?: FleetRequestOptions) {
    return this.#requests.get<Summary>('summary', options, request);
  }

  listUnowned(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#requests.get<UnownedList>('unowned', options, request);
  }
}

function pathOf(object: FleetObjectPath): string {
  const { cluster, group, version, plural, namespace, name } = object;
  const parts = [
    cluster,
    group || 'core',
    version,
    plural,
    namespace || '-',
    name,
  ];
  return `objects/${parts.map(encodeURIComponent).join('/')}`;
}
