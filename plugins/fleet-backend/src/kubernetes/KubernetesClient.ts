import type {
  KubernetesObject,
  LongList,
} from '@fleetcommander/backstage-plugin-fleet-node';

export interface RequestOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** An object as it was read. */
export interface ReadObject {
  object: KubernetesObject;
  /** Of its long list, how many entries were only counted, by the word for them. */
  counted?: Readonly<Record<string, number>>;
}

/** What a page of a list says of the list. */
export interface ListEnd {
  /** To watch from; lists of kinds that cannot be watched have none. */
  resourceVersion?: string;
  continue?: string;
}

export interface ListPage extends ListEnd {
  items: KubernetesObject[];
}

export interface ListQuery {
  limit?: number;
  continue?: string;
  fieldSelector?: string;
  labelSelector?: string;
}

export interface WatchEvent extends ReadObject {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
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
  /** The lines of an answer that is plain text, such as that of `/metrics`, as they arrive. Whoever has read enough leaves. */
  readLines(path: string, options?: RequestOptions): AsyncIterable<string>;
  get(
    resource: ResourcePath,
    options?: RequestOptions,
  ): Promise<KubernetesObject>;
  list(
    resource: ResourcePath,
    query: ListQuery,
    options?: RequestOptions,
  ): Promise<ListPage>;
  /**
   * As {@link KubernetesClient.list}, handing over the objects as they arrive, so that never more than one and what is kept of its long
   * list is in memory. Should it fail, what was handed over is not all.
   */
  listEach(
    resource: ResourcePath & { kind: string },
    query: ListQuery,
    sift: { longList: LongList; each(read: ReadObject): void },
    options?: RequestOptions,
  ): Promise<ListEnd>;
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
    options?: RequestOptions & { longList?: LongList },
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
