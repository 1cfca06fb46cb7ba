import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from './ApiError';
import type { HttpTransport } from './HttpTransport';
import type {
  KubernetesClient,
  ListPage,
  PatchType,
  RequestOptions,
  ResourcePath,
  WatchEvent,
} from './KubernetesClient';
import { networkError } from './networkError';
import { parseJson } from './parseJson';
import { readWatch } from './readWatch';
import { resourceUrl } from './resourceUrl';

interface RawList {
  apiVersion?: string;
  kind?: string;
  metadata?: { resourceVersion?: string; continue?: string };
  items?: KubernetesObject[] | null;
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

  get(resource: ResourcePath, options?: RequestOptions) {
    return this.getJson<KubernetesObject>(resourceUrl(resource), options);
  }

  async list(
    resource: ResourcePath,
    query: {
      limit?: number;
      continue?: string;
      fieldSelector?: string;
      labelSelector?: string;
    },
    options?: RequestOptions,
  ): Promise<ListPage> {
    const list = await this.getJson<RawList>(
      resourceUrl(resource, query),
      options,
    );
    const items = list.items ?? [];
    if (!Array.isArray(items)) {
      throw new ApiError({
        outcome: 'broken-answer',
        message: `the list of ${resource.plural} has no items`,
      });
    }
    // Items of a list do not say what they are; the list does.
    const kind = list.kind?.replace(/List$/, '');
    for (const item of items) {
      item.apiVersion ??= list.apiVersion ?? '';
      item.kind ??= kind ?? '';
    }
    if (items.some(item => !item.metadata?.name)) {
      throw new ApiError({
        outcome: 'broken-answer',
        message: `the list of ${resource.plural} holds an object without a name`,
      });
    }
    return {
      items,
      resourceVersion: list.metadata?.resourceVersion || undefined,
      continue: list.metadata?.continue || undefined,
    };
  }

  async *watch(
    resource: ResourcePath,
    query: {
      resourceVersion: string;
      timeoutSeconds: number;
      fieldSelector?: string;
    },
    options: RequestOptions = {},
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
    try {
      yield* readWatch(body);
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
