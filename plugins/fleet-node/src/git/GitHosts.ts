import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { GitError } from './GitError';
import type { GitHost } from './GitHost';
import { parseGitRepository, type GitRepository } from './GitRepository';
import { GithubHost } from './github/GithubHost';

/** The Git hosts that the `integrations` of the config name. Others are never asked. @public */
export class GitHosts {
  /** Those of `integrations.github`, signed in to by token or GitHub App. */
  static fromConfig(config: Config): GitHosts {
    const integrations = ScmIntegrations.fromConfig(config);
    const credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    // Backstage adds github.com where it is not named; without a word of the config, nothing is said to it of repositories.
    const named = (
      config.getOptionalConfigArray('integrations.github') ?? []
    ).map(entry => entry.getOptionalString('host') ?? 'github.com');
    return new GitHosts(
      new Map(
        integrations.github
          .list()
          .filter(({ config: { host } }) => named.includes(host))
          .map(({ config: { host, apiBaseUrl } }) => [
            host,
            new GithubHost({ host, apiBaseUrl, credentials }),
          ]),
      ),
    );
  }

  readonly #hosts: ReadonlyMap<string, GitHost>;

  private constructor(hosts: ReadonlyMap<string, GitHost>) {
    this.#hosts = hosts;
  }

  /** Whether the host of a repository is configured, by the URL of the repository. */
  has(url: string): boolean {
    const repository = parseGitRepository(url);
    return repository !== undefined && this.#hosts.has(repository.host);
  }

  /**
   * Who answers for a repository, by its URL in any of the forms that engines know.
   *
   * @throws GitError, when the URL names no repository or its host is in no integration.
   */
  find(url: string): { host: GitHost; repository: GitRepository } {
    const repository = parseGitRepository(url);
    if (!repository) {
      throw new GitError(
        'no-integration',
        'the URL names no repository on a Git host: it should read https://HOST/OWNER/NAME',
      );
    }
    const host = this.#hosts.get(repository.host);
    if (!host) {
      throw new GitError(
        'no-integration',
        `no integration for ${repository.host} is configured: add one to integrations.github, with host and token (Git hosts other than GitHub are not asked)`,
      );
    }
    return { host, repository };
  }
}
