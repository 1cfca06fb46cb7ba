import type { GithubCredentialsProvider } from '@backstage/integration';
import type { Octokit } from '@octokit/rest';
import { LRUCache } from 'lru-cache';
import { GitError } from '../GitError';
import type {
  GitCommits,
  GitFiles,
  GitHost,
  GitRange,
  GitReadOptions,
} from '../GitHost';
import type { GitRepository } from '../GitRepository';
import { createOctokit } from './createOctokit';
import { githubError } from './githubError';
import { orGone } from './orGone';
import { readCommits } from './readCommits';
import { listFolder, readFiles } from './readFiles';
import { ResponseCache } from './ResponseCache';

const mostRepositories = 200;

/** GitHub, or a GitHub Enterprise. Its credentials go to the API of its own entry in `integrations.github` and nowhere else. */
export class GithubHost implements GitHost {
  readonly #host: string;
  readonly #apiBaseUrl: string | undefined;
  readonly #credentials: GithubCredentialsProvider;
  readonly #responses = new ResponseCache();
  readonly #clients = new LRUCache<string, Octokit>({ max: mostRepositories });

  constructor(options: {
    host: string;
    apiBaseUrl?: string;
    credentials: GithubCredentialsProvider;
  }) {
    this.#host = options.host;
    this.#apiBaseUrl = options.apiBaseUrl;
    this.#credentials = options.credentials;
  }

  headOf(repository: GitRepository, ref: string): Promise<string> {
    return this.#ask(repository, async octokit => {
      const { data } = await octokit.rest.repos.getCommit({
        ...addressOf(repository),
        ref,
        mediaType: { format: 'sha' },
      });
      const revision = String(data);
      if (!/^[0-9a-f]{40}$/.test(revision)) {
        throw new GitError(
          'broken-answer',
          `${
            this.#host
          } answers something other than a commit when asked for ${ref}`,
        );
      }
      return revision;
    });
  }

  commits(repository: GitRepository, range: GitRange): Promise<GitCommits> {
    return this.#ask(repository, octokit =>
      readCommits(octokit, addressOf(repository), range),
    );
  }

  listFolder(
    repository: GitRepository,
    path: string,
    revision: string,
  ): Promise<string[]> {
    return this.#ask(repository, octokit =>
      orGone(octokit, addressOf(repository), [revision], () =>
        listFolder(octokit, addressOf(repository), { path, revision }),
      ),
    );
  }

  readFiles(
    repository: GitRepository,
    path: string,
    revision: string,
    options: GitReadOptions = {},
  ): Promise<GitFiles> {
    return this.#ask(repository, octokit =>
      orGone(octokit, addressOf(repository), [revision], () =>
        readFiles(octokit, addressOf(repository), {
          path,
          revision,
          ...options,
        }),
      ),
    );
  }

  async #ask<T>(
    repository: GitRepository,
    question: (octokit: Octokit) => Promise<T>,
  ): Promise<T> {
    try {
      return await question(this.#clientOf(repository));
    } catch (error) {
      throw githubError(error, repository);
    }
  }

  #clientOf({ owner, name }: GitRepository): Octokit {
    const key = `${owner}/${name}`;
    let client = this.#clients.get(key);
    if (!client) {
      if (!this.#apiBaseUrl) {
        throw new GitError(
          'no-integration',
          `the entry of ${
            this.#host
          } in integrations.github has no apiBaseUrl: set it to https://${
            this.#host
          }/api/v3`,
        );
      }
      client = createOctokit({
        baseUrl: this.#apiBaseUrl,
        limit: `${this.#host}/${owner}`,
        authorization: () => this.#authorization(key),
      });
      this.#responses.attach(client);
      this.#clients.set(key, client);
    }
    return client;
  }

  async #authorization(repository: string): Promise<string | undefined> {
    try {
      const { headers } = await this.#credentials.getCredentials({
        url: `https://${this.#host}/${repository}`,
      });
      return headers?.Authorization;
    } catch (error) {
      throw new GitError(
        'not-signed-in',
        `the GitHub App for ${this.#host} gives no token for ${repository}: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }
}

function addressOf({ owner, name }: GitRepository) {
  return { owner, repo: name };
}
