import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

export interface RequestOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface ListPage {
  items: KubernetesObject[];
  /** To watch from; lists of kinds that cannot be watched have none. */
  resourceVersion?: string;
  continue?: string;
}

export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: KubernetesObject;
}

export type PatchType =
  | 'application/merge-patch+json'
  | 'application/json-patch+json'
  | 'application/apply-patch+yaml';

/** Path of a resource in the API, without a leading slash in its parts. */
export interface ResourcePath {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
}

/**
 * Speaks to the API server of one cluster over connections of its own. Every failure is an {@link ApiError}, whose `outcome` tells
 * what kind of failure it was.
 */
export interface KubernetesClient {
  readonly cluster: string;
  /** Any path below the API server's root, such as `/version`. */
  getJson<T>(path: string, options?: RequestOptions): Promise<T>;
  /** As {@link KubernetesClient.getJson}, and only when it is not what `etag` names. */
  getIfChanged<T>(
    path: string,
    conditions: { accept: string; etag?: string },
    options?: RequestOptions,
  ): Promise<{ etag?: string; value: T } | 'unchanged'>;
  get(
    resource: ResourcePath,
    options?: RequestOptions,
  ): Promise<KubernetesObject>;
  list(
    resource: ResourcePath,
    query: {
      limit?: number;
      continue?: string;
      fieldSelector?: string;
      labelSelector?: string;
    },
    options?: RequestOptions,
  ): Promise<ListPage>;
  /**
   * Events as they arrive, in order, those of one chunk together. Ends when the API server ends the stream cleanly; throws an
   * ApiError of outcome `expired` when the resourceVersion is too old, and of another when the stream breaks.
   */
  watch(
    resource: ResourcePath,
    query: {
      resourceVersion: string;
      timeoutSeconds: number;
      fieldSelector?: string;
    },
    options?: RequestOptions,
  ): AsyncIterable<WatchEvent[]>;
  patch(
    resource: ResourcePath,
    body: unknown,
    options: RequestOptions & {
      type: PatchType;
      fieldManager: string;
      force?: boolean;
    },
  ): Promise<KubernetesObject>;
}
