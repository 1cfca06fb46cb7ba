import type { Octokit } from '@octokit/rest';
import { LRUCache } from 'lru-cache';

interface CachedResponse {
  etag: string;
  response: { status: number; url: string; headers: object; data: unknown };
}

const mostCharacters = 20_000_000;
/** What is named by its hash never changes. */
const immutable = /\/git\/(?:trees|blobs)\/[0-9a-f]{40}(?:\?|$)/;

/** Remembers answers by URL: asked again with their ETag, they cost nothing of GitHub's rate limit. */
export class ResponseCache {
  readonly #responses = new LRUCache<string, CachedResponse>({
    maxSize: mostCharacters,
    sizeCalculation: ({ response }) => JSON.stringify(response.data).length + 1,
  });

  /** Makes an Octokit use it. Only for one that signs in to the same repositories each time. */
  attach(octokit: Octokit): void {
    octokit.hook.wrap('request', async (request, options) => {
      const { url, headers } = octokit.request.endpoint(options);
      const key = `${headers.accept} ${url}`;

      const cached = this.#responses.get(key);
      if (cached && immutable.test(url)) {
        return cached.response as Awaited<ReturnType<typeof request>>;
      }
      if (cached) {
        // Hooks below this one are given these same options, whatever they are called with.
        options.headers['if-none-match'] = cached.etag;
      }
      try {
        const response = await request(options);
        const { etag } = response.headers;
        if (options.method === 'GET' && response.status === 200 && etag) {
          this.#responses.set(key, { etag, response });
        }
        return response;
      } catch (error) {
        if (cached && isNotModified(error)) {
          return cached.response as Awaited<ReturnType<typeof request>>;
        }
        throw error;
      }
    });
  }
}

function isNotModified(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 304;
}
