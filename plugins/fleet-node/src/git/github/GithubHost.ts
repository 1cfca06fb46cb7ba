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
import { checkChange } from '../checkChange';
import type { GitChange } from '../GitChange';
import type { GitProposal } from '../GitProposal';
import type {
  GitChangedFiles,
  GitPullRequest,
  GitPullRequestQuery,
  GitPullRequests,
  GitPullRequestStanding,
} from '../GitPullRequest';
import type { GitRepository } from '../GitRepository';
import type { GitTree } from '../GitTrees';
import { createOctokit } from './createOctokit';
import { githubError } from './githubError';
import type { GithubAddress } from './GithubAddress';
import { orGone } from './orGone';
import { propose } from './proposal/propose';
import { pullRequestOf } from './pullRequestOf';
import { readCommits } from './readCommits';
import { readLogin } from './readLogin';
import { listFolder, readFiles } from './readFiles';
import { listPullRequests, readChangedFiles } from './readPullRequests';
import { readStanding } from './readStanding';
import { listTree, parentOf, readBlob } from './readTrees';
import { ResponseCache } from './ResponseCache';

const mostRepositories = 200;

/** GitHub, or a GitHub Enterprise. Credentials go to the API of its own entry in `integrations.github` and nowhere else. */
export class GithubHost implements GitHost {
  readonly #host: string;
  readonly #apiBaseUrl: string | undefined;
  readonly #credentials: GithubCredentialsProvider;
  readonly #whose: string;
  readonly #paced: boolean;
  readonly #responses = new ResponseCache();
  /** An account keeps its name for as long as its credentials are used. */
  readonly #logins = new LRUCache<string, string>({ max: mostRepositories });
  readonly #clients = new LRUCache<string, Octokit>({ max: mostRepositories });

  constructor(options: {
    host: string;
    apiBaseUrl?: string;
    credentials: GithubCredentialsProvider;
    /** Whose they are, in messages: `your token`. */
    whose: string;
    /** Whether requests wait for one another as GitHub asks. */
    paced: boolean;
  }) {
    this.#host = options.host;
    this.#apiBaseUrl = options.apiBaseUrl;
    this.#credentials = options.credentials;
    this.#whose = options.whose;
    this.#paced = options.paced;
  }

  async account(repository: GitRepository): Promise<string | undefined> {
    const key = keyOf(repository);
    let login = this.#logins.get(key);
    if (!login) {
      login = await readLogin(this.#clientOf(repository));
      this.#logins.set(key, login);
    }
    return login;
  }

  headOf(repository: GitRepository, ref: string): Promise<string> {
    return this.#ask(repository, async (octokit, address) => {
      const { data } = await octokit.rest.repos.getCommit({
        ...address,
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
    return this.#ask(repository, (octokit, address) =>
      readCommits(octokit, address, range),
    );
  }

  listFolder(
    repository: GitRepository,
    path: string,
    revision: string,
  ): Promise<string[]> {
    return this.#ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        listFolder(octokit, address, { path, revision }),
      ),
    );
  }

  readFiles(
    repository: GitRepository,
    path: string,
    revision: string,
    options: GitReadOptions = {},
  ): Promise<GitFiles> {
    return this.#ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        readFiles(octokit, address, {
          path,
          revision,
          ...options,
        }),
      ),
    );
  }

  listTree(repository: GitRepository, revision: string): Promise<GitTree> {
    return this.#ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        listTree(octokit, address, revision),
      ),
    );
  }

  readBlob(repository: GitRepository, sha: string): Promise<string> {
    return this.#ask(repository, (octokit, address) =>
      readBlob(octokit, address, sha),
    );
  }

  parentOf(
    repository: GitRepository,
    revision: string,
  ): Promise<string | undefined> {
    return this.#ask(repository, (octokit, address) =>
      orGone(octokit, address, [revision], () =>
        parentOf(octokit, address, revision),
      ),
    );
  }

  defaultBranch(repository: GitRepository): Promise<string> {
    return this.#ask(repository, async (octokit, address) => {
      const { data } = await octokit.rest.repos.get({ ...address });
      return data.default_branch;
    });
  }

  async propose(
    repository: GitRepository,
    change: GitChange,
  ): Promise<GitProposal> {
    checkChange(change);
    const base = change.base ?? (await this.defaultBranch(repository));
    return this.#ask(repository, (octokit, address) =>
      propose({
        octokit,
        address,
        host: this.#host,
        explain: error => githubError(error, repository, this.#whose),
        change: { ...change, base },
      }),
    );
  }

  listPullRequests(
    repository: GitRepository,
    query: GitPullRequestQuery,
  ): Promise<GitPullRequests> {
    return this.#ask(repository, (octokit, address) =>
      listPullRequests(octokit, address, query),
    );
  }

  pullRequest(
    repository: GitRepository,
    number: number,
  ): Promise<GitPullRequest> {
    return this.#ask(repository, async (octokit, address) => {
      const { data } = await octokit.rest.pulls.get({
        ...address,
        pull_number: number,
      });
      return pullRequestOf(data);
    });
  }

  changedFiles(
    repository: GitRepository,
    number: number,
  ): Promise<GitChangedFiles> {
    return this.#ask(repository, (octokit, address) =>
      readChangedFiles(octokit, address, number),
    );
  }

  standing(
    repository: GitRepository,
    pullRequest: Pick<GitPullRequest, 'number' | 'head'>,
  ): Promise<GitPullRequestStanding> {
    return this.#ask(repository, (octokit, address) =>
      readStanding(octokit, address, pullRequest),
    );
  }

  async #ask<T>(
    repository: GitRepository,
    question: (octokit: Octokit, address: GithubAddress) => Promise<T>,
  ): Promise<T> {
    try {
      return await question(this.#clientOf(repository), addressOf(repository));
    } catch (error) {
      throw githubError(error, repository, this.#whose);
    }
  }

  #clientOf(repository: GitRepository): Octokit {
    const { owner } = repository;
    const key = keyOf(repository);
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
        paced: this.#paced,
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

function keyOf({ owner, name }: GitRepository): string {
  return `${owner}/${name}`;
}

function addressOf({ owner, name }: GitRepository): GithubAddress {
  return { owner, repo: name };
}
