import type { GithubCredentialsProvider } from '@backstage/integration';
import type { Octokit } from '@octokit/rest';
import { LRUCache } from 'lru-cache';
import { GitError } from '../GitError';
import type { GitRepository } from '../GitRepository';
import { createOctokit } from './createOctokit';
import type { GithubAddress } from './GithubAddress';
import { githubError } from './githubError';
import { ResponseCache } from './ResponseCache';

const mostRepositories = 200;

/** How one GitHub is reached. */
export interface GithubAccessOptions {
  host: string;
  apiBaseUrl?: string;
  credentials: GithubCredentialsProvider;
  /** Whose they are, in messages: `your token`. */
  whose: string;
  /** Whether requests wait for one another as GitHub asks; where it is not said, unless it is on this machine. */
  paced?: boolean;
}

/** Signs in to the repositories of one GitHub. Credentials go to the API of its own entry in `integrations.github` and nowhere else. */
export class GithubAccess {
  readonly #options: GithubAccessOptions;
  readonly #responses = new ResponseCache();
  readonly #clients = new LRUCache<string, Octokit>({ max: mostRepositories });

  constructor(options: GithubAccessOptions) {
    this.#options = options;
  }

  /** What a question about a repository is answered with; what it fails with, it says in words. */
  async ask<T>(
    repository: GitRepository,
    question: (octokit: Octokit, address: GithubAddress) => Promise<T>,
  ): Promise<T> {
    const { owner, name } = repository;
    try {
      return await question(this.clientOf(repository), { owner, repo: name });
    } catch (error) {
      throw this.explain(repository, error);
    }
  }

  explain(repository: GitRepository, error: unknown): GitError {
    return githubError(error, repository, this.#options.whose);
  }

  clientOf({ owner, name }: GitRepository): Octokit {
    const { host, apiBaseUrl } = this.#options;
    const key = `${owner}/${name}`;
    let client = this.#clients.get(key);
    if (!client) {
      if (!apiBaseUrl) {
        throw new GitError(
          'no-integration',
          `the entry of ${host} in integrations.github has no apiBaseUrl: set it to https://${host}/api/v3`,
        );
      }
      client = createOctokit({
        baseUrl: apiBaseUrl,
        limit: `${host}/${owner}`,
        paced: this.#options.paced ?? !isOnThisMachine(apiBaseUrl),
        authorization: () => this.#authorization(key),
      });
      this.#responses.attach(client);
      this.#clients.set(key, client);
    }
    return client;
  }

  async #authorization(repository: string): Promise<string | undefined> {
    const { host, credentials } = this.#options;
    try {
      const { headers } = await credentials.getCredentials({
        url: `https://${host}/${repository}`,
      });
      return headers?.Authorization;
    } catch (error) {
      throw new GitError(
        'not-signed-in',
        `the GitHub App for ${host} gives no token for ${repository}: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
}

function isOnThisMachine(url: string): boolean {
  return (
    URL.canParse(url) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
  );
}
