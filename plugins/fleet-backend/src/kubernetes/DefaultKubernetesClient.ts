import type {
  KubernetesObject,
  LongList,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from './ApiError';
import { maxBodyBytes, type HttpTransport } from './HttpTransport';
import type {
  KubernetesClient,
  ListEnd,
  ListPage,
  ListQuery,
  PatchType,
  ReadObject,
  RequestOptions,
  ResourcePath,
  WatchEvent,
} from './KubernetesClient';
import { linesOf } from './linesOf';
import { networkError } from './networkError';
import { parseJson } from './parseJson';
import { readWatch } from './readWatch';
import { resourceUrl } from './resourceUrl';
import { siftList } from './sift/siftList';
import { siftWatch } from './sift/siftWatch';

interface RawList {
  apiVersion?: string;
  kind?: string;
  metadata?: { resourceVersion?: string; continue?: string };
  items?: KubernetesObject[] | null;
  /** Of a Status. */
  message?: string;
}

/** {@link KubernetesClient} over {@link HttpTransport}. */
export class DefaultKubernetesClient implements KubernetesClient {
  readonly cluster: string;
  readonly #transport: HttpTransport;
  readonly #timeoutMs: number;

  constructor(options: { transport: HttpTransport; timeoutMs: number }) {
    this.cluster = options.transport.definition.name;
    this.#transport = options.transport;
    this.#timeoutMs = options.timeoutMs;
  }

  async getJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const { text, headers } = await this.#transport.read({
      ...this.#defaults(options),
      path,
    });
    return parseJson<T>(text, headers['content-type']);
  }

  async getIfChanged<T>(
    path: string,
    conditions: { accept: string; etag?: string },
    options: RequestOptions = {},
  ): Promise<{ etag?: string; value: T } | 'unchanged'> {
    const { status, text, headers } = await this.#transport.read({
      ...this.#defaults(options),
      path,
      headers: {
        accept: conditions.accept,
        ...(conditions.etag && { 'if-none-match': conditions.etag }),
      },
      accept: [304],
    });
    if (status === 304) {
      return 'unchanged';
    }
    const { etag } = headers;
    return {
      etag: Array.isArray(etag) ? etag[0] : etag,
      value: parseJson<T>(text, headers['content-type']),
    };
  }

  async *readLines(
    path: string,
    options: RequestOptions = {},
  ): AsyncIterable<string> {
    const { body } = await this.#transport.stream({
      ...this.#defaults(options),
      path,
      headers: { accept: 'text/plain' },
    });
    yield* linesOf(body);
  }

  get(resource: ResourcePath, options?: RequestOptions) {
    return this.getJson<KubernetesObject>(resourceUrl(resource), options);
  }

  async list(
    resource: ResourcePath,
    query: ListQuery,
    options?: RequestOptions,
  ): Promise<ListPage> {
    const list = await this.getJson<RawList>(
      resourceUrl(resource, { ...query }),
      options,
    );
    const items = itemsOf(list, resource);
    // Items of a list do not say what they are; the list does.
    const kind = list.kind?.replace(/List$/, '');
    for (const item of items) {
      item.apiVersion ??= list.apiVersion ?? '';
      item.kind ??= kind ?? '';
    }
    if (items.some(item => !item.metadata?.name)) {
      throw namelessObject(resource);
    }
    return { items, ...endOf(list) };
  }

  async listEach(
    resource: ResourcePath & { kind: string },
    query: ListQuery,
    sift: { longList: LongList; each(read: ReadObject): void },
    options: RequestOptions = {},
  ): Promise<ListEnd> {
    const { group, version, kind } = resource;
    const { body, headers } = await this.#transport.stream({
      ...this.#defaults(options),
      path: resourceUrl(resource, { ...query }),
    });
    const list = (await siftList(body, {
      longList: sift.longList,
      longest: maxBodyBytes,
      contentType: headers['content-type'],
      each: read => {
        if (!read.object?.metadata?.name) {
          throw namelessObject(resource);
        }
        // What the list says of its items may come after them.
        read.object.apiVersion ??= group ? `${group}/${version}` : version;
        read.object.kind ??= kind;
        sift.each(read);
      },
    })) as RawList;
    itemsOf(list, resource);
    return endOf(list);
  }

  async *watch(
    resource: ResourcePath,
    query: {
      resourceVersion: string;
      timeoutSeconds: number;
      fieldSelector?: string;
    },
    options: RequestOptions & { longList?: LongList } = {},
  ): AsyncIterable<WatchEvent[]> {
    const { signal, timeoutMs } = this.#defaults(options);
    // The API server ends the stream in time; one that does not has fallen silent.
    const deadline = AbortSignal.timeout(
      query.timeoutSeconds * 1000 + timeoutMs,
    );
    const { body } = await this.#transport.open({
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      timeoutMs,
      path: resourceUrl(resource, {
        ...query,
        watch: true,
        allowWatchBookmarks: true,
      }),
      stream: true,
      // Streams that compress would hold events back.
      headers: { 'accept-encoding': 'identity' },
    });
    const { longList } = options;
    try {
      yield* longList
        ? siftWatch(body, { longList, longest: maxBodyBytes })
        : readWatch(body);
    } catch (error) {
      throw networkError(error, {
        url: new URL(this.#transport.definition.url),
        timeoutMs: this.#timeoutMs,
        answering: true,
      });
    } finally {
      // A reader that has seen enough leaves; the connection goes with it.
      body.on('error', () => {}).destroy();
    }
  }

  async patch(
    resource: ResourcePath,
    body: unknown,
    options: RequestOptions & {
      type: PatchType;
      fieldManager: string;
      force?: boolean;
    },
  ): Promise<KubernetesObject> {
    const { text, headers } = await this.#transport.read({
      ...this.#defaults(options),
      path: resourceUrl(resource, {
        fieldManager: options.fieldManager,
        force: options.force,
      }),
      method: 'PATCH',
      headers: { 'content-type': options.type },
      body: JSON.stringify(body),
    });
    return parseJson(text, headers['content-type']);
  }

  #defaults(options: RequestOptions) {
    return {
      signal: options.signal,
      timeoutMs: options.timeoutMs ?? this.#timeoutMs,
    };
  }
}

/** The items of a list: those of an empty one may be null. An answer that is no list is not taken for an empty one. */
function itemsOf(
  list: RawList | undefined,
  { plural }: ResourcePath,
): KubernetesObject[] {
  const { items, kind, message } = list ?? {};
  if (items === null || Array.isArray(items)) {
    return items ?? [];
  }
  throw new ApiError({
    outcome: 'broken-answer',
    message:
      kind === 'Status'
        ? `the answer is no list of ${plural} but a status: ${message}`
        : `the list of ${plural} has no items`,
  });
}

function endOf({ metadata }: RawList): ListEnd {
  return {
    resourceVersion: metadata?.resourceVersion || undefined,
    continue: metadata?.continue || undefined,
  };
}

function namelessObject({ plural }: ResourcePath): ApiError {
  return new ApiError({
    outcome: 'broken-answer',
    message: `the list of ${plural} holds an object without a name`,
  });
}
