import { ResponseError } from '@backstage/errors';

/** Per-request options. @public */
export interface FleetRequestOptions {
  /** Bearer token; a frontend's fetch adds its own. */
  token?: string;
  signal?: AbortSignal;
}

/** Asks the fleet backend. Throws ResponseError on any answer that is not in the 200s. */
export class FleetRequests {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi?.fetch ?? fetch;
  }

  get<T>(path: string, query: object = {}, request: FleetRequestOptions = {}) {
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

  post<T>(
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
