import { ResponseError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  ActionResult,
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
  Summary,
  TransitionList,
  UnownedList,
} from '../types';

/** What can be done to an application without Git. @public */
export type ApplicationAction = 'reconcile' | 'suspend' | 'resume';

/**
 * How lists are asked. `filter` is an array of alternatives, each `key=value,key=value` as the catalog writes it.
 *
 * @public
 */
export interface FleetListOptions {
  filter?: string[];
  /** Part of a name. */
  text?: string;
  /** `field,asc` or `field,desc`. */
  orderField?: string;
  /** At most 500; 50 when absent. */
  limit?: number;
  /** `pageInfo.nextCursor` of the page before. */
  cursor?: string;
}

/** A window of the matrix. @public */
export interface FleetMatrixOptions extends FleetListOptions {
  differences?: boolean;
  /** Rows of one group follow each other. */
  groupBy?: 'owner' | 'system';
  columnOffset?: number;
  columnLimit?: number;
}

/** Which live object to read. @public */
export interface FleetObjectOptions {
  cluster: string;
  /** Empty for the core API. */
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name: string;
  with?: ('pods' | 'events')[];
}

/** Per-request options. @public */
export interface FleetRequestOptions {
  /** Bearer token; a frontend's fetch adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * The typed client of the fleet backend. Throws ResponseError on any answer that is not in the 200s.
 *
 * @public
 */
export class FleetClient {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi?.fetch ?? fetch;
  }

  listClusters(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#get<ClusterList>('clusters', options, request);
  }

  getCluster(name: string, request?: FleetRequestOptions) {
    return this.#get<ClusterDetail>(
      `clusters/${encodeURIComponent(name)}`,
      {},
      request,
    );
  }

  getDoctor(name: string, request?: FleetRequestOptions) {
    return this.#get<Doctor>(
      `clusters/${encodeURIComponent(name)}/doctor`,
      {},
      request,
    );
  }

  refreshCluster(name: string, request?: FleetRequestOptions) {
    return this.#post<Cluster>(
      `clusters/${encodeURIComponent(name)}/refresh`,
      undefined,
      request,
    );
  }

  listApplications(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#get<ApplicationList>('applications', options, request);
  }

  getApplication(id: string, request?: FleetRequestOptions) {
    return this.#get<ApplicationDetail>(
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
    return this.#post<ActionResult>(
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
    return this.#post<BulkResult>(`applications/${action}`, options, request);
  }

  getEntity(
    entityRef: string,
    options: { sections?: string[] } = {},
    request?: FleetRequestOptions,
  ) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#get<EntityView>(
      `entities/${path}`,
      { sections: options.sections?.join(',') },
      request,
    );
  }

  getMatrix(options?: FleetMatrixOptions, request?: FleetRequestOptions) {
    return this.#get<Matrix>('matrix', options, request);
  }

  getObject(options: FleetObjectOptions, request?: FleetRequestOptions) {
    const path = [
      options.cluster,
      options.group || 'core',
      options.version,
      options.plural,
      options.namespace || '-',
      options.name,
    ];
    return this.#get<LiveObject>(
      `objects/${path.map(encodeURIComponent).join('/')}`,
      { with: options.with?.join(',') },
      request,
    );
  }

  listDrifts(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#get<DriftList>('drifts', options, request);
  }

  /** Says that it has been seen; taken back when the drift ends. */
  acknowledgeDrift(
    id: string,
    mark: { reason: string },
    request?: FleetRequestOptions,
  ) {
    return this.#post<Drift>(
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
    return this.#post<Drift>(
      `drifts/${encodeURIComponent(id)}/mute`,
      mark,
      request,
    );
  }

  listTransitions(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#get<TransitionList>('transitions', options, request);
  }

  getSummary(options?: { filter?: string[] }, request?: FleetRequestOptions) {
    return this.#get<Summary>('summary', options, request);
  }

  listUnowned(options?: FleetListOptions, request?: FleetRequestOptions) {
    return this.#get<UnownedList>('unowned', options, request);
  }

  #get<T>(path: string, query: object = {}, request: FleetRequestOptions = {}) {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) {
          search.append(key, String(item));
        }
      }
    }
    const suffix = search.size ? `?${search}` : '';
    return this.#send<T>(`${path}${suffix}`, { method: 'GET' }, request);
  }

  #post<T>(
    path: string,
    body: object | undefined,
    request: FleetRequestOptions = {},
  ) {
    return this.#send<T>(
      path,
      {
        method: 'POST',
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      },
      request,
    );
  }

  async #send<T>(
    path: string,
    init: RequestInit,
    request: FleetRequestOptions,
  ) {
    const baseUrl = await this.#discovery.getBaseUrl('fleet');
    const response = await this.#fetch(`${baseUrl}/${path}`, {
      ...init,
      headers: {
        ...init.headers,
        ...(request.token && { authorization: `Bearer ${request.token}` }),
      },
      signal: request.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}
