import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type GithubIntegrationConfig,
  ScmIntegrations,
} from '@backstage/integration';
import { GitError } from './GitError';
import type { GitHost } from './GitHost';
import { parseGitRepository, type GitRepository } from './GitRepository';
import { GithubHost } from './github/GithubHost';

type GithubEntry = Pick<GithubIntegrationConfig, 'host' | 'apiBaseUrl'>;

/** The Git hosts that the `integrations` of the config name. Others are never asked. @public */
export class GitHosts {
  /**
   * Those of `integrations.github`, signed in to by token or GitHub App.
   *
   * Requests that write are a second apart or more, as GitHub asks of its clients. A host on this machine asks for nothing of the kind, unless
   * `paced` says that it does.
   */
  static fromConfig(
    config: Config,
    options: { paced?: boolean } = {},
  ): GitHosts {
    const integrations = ScmIntegrations.fromConfig(config);
    const credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    // Backstage adds github.com where it is not named; without a word of the config, nothing is said to it of repositories.
    const named = (
      config.getOptionalConfigArray('integrations.github') ?? []
    ).map(entry => entry.getOptionalString('host') ?? 'github.com');
    return new GitHosts(
      integrations.github
        .list()
        .map(({ config: { host, apiBaseUrl } }) => ({ host, apiBaseUrl }))
        .filter(({ host }) => named.includes(host)),
      credentials,
      options.paced,
    );
  }

  readonly #paced: boolean | undefined;
  readonly #entries: ReadonlyMap<string, GithubEntry>;
  /** Each remembers what it was answered. */
  readonly #hosts: ReadonlyMap<string, GitHost>;

  private constructor(
    entries: GithubEntry[],
    credentials: GithubCredentialsProvider,
    paced: boolean | undefined,
  ) {
    this.#paced = paced;
    this.#entries = new Map(entries.map(entry => [entry.host, entry]));
    this.#hosts = new Map(
      entries.map(entry => [
        entry.host,
        new GithubHost({
          ...entry,
          credentials,
          paced,
          whose: 'the credentials of its entry in integrations.github',
        }),
      ]),
    );
  }

  /** Whether the host of a repository is configured, by the URL of the repository. */
  has(url: string): boolean {
    const repository = parseGitRepository(url);
    return repository !== undefined && this.#entries.has(repository.host);
  }

  /**
   * Who answers for a repository, by its URL in any of the forms that engines know.
   *
   * With a token of a user's, the host is asked in that user's name, and remembers nothing of it; without, in that of the integration.
   *
   * @throws GitError, when the URL names no repository or its host is in no integration.
   */
  find(
    url: string,
    options: { token?: string } = {},
  ): { host: GitHost; repository: GitRepository } {
    const repository = parseGitRepository(url);
    if (!repository) {
      throw new GitError(
        'no-integration',
        'the URL names no repository on a Git host: it should read https://HOST/OWNER/NAME',
      );
    }
    const entry = this.#entries.get(repository.host);
    const host = this.#hosts.get(repository.host);
    if (!entry || !host) {
      throw new GitError(
        'no-integration',
        `no integration for ${repository.host} is configured: add one to integrations.github, with host and token (Git hosts other than GitHub are not asked)`,
      );
    }
    return {
      host:
        options.token === undefined
          ? host
          : hostOfUser(entry, options.token, this.#paced),
      repository,
    };
  }
}

function hostOfUser(
  entry: GithubEntry,
  token: string,
  paced: boolean | undefined,
): GitHost {
  if (!/^[\x21-\x7e]{1,2000}$/.test(token)) {
    throw new GitError(
      'not-signed-in',
      `the token for ${entry.host} is empty, or has characters that no token has: sign in to it again`,
    );
  }
  return new GithubHost({
    ...entry,
    paced,
    credentials: {
      getCredentials: async () => ({
        type: 'token',
        token,
        headers: { Authorization: `Bearer ${token}` },
      }),
    },
    whose: 'the token of the user',
  });
}
