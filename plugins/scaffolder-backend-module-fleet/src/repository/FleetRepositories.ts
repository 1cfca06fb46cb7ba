import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  GitHosts,
  parseGitRepository,
  type GitHost,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** A repository that holds claims, and who answers for it. */
export interface FleetRepository {
  /** https://HOST/OWNER/NAME */
  url: string;
  /** Absent: the default branch. */
  branch?: string;
  /** Where claims of clusters lie: a pattern with `{environment}` and `{cluster}`. */
  claimsLayout: string;
  layout: ApplicationLayout;
  host: GitHost;
  repository: GitRepository;
}

/** Where applications lie, as patterns with `{app}`, `{environment}` (its directory) and `{cluster}`. */
export interface ApplicationLayout {
  /** The folder of an application in an environment; those of its regions are folders in it. */
  overlay: string;
  /** What its overlays share. */
  base: string;
  /** Where the Flux or Argo CD of a cluster begins. */
  cluster: string;
  /** The branch of an environment, where each has one. */
  branch?: string;
}

type Configured = Omit<FleetRepository, 'host' | 'repository'>;

const usualClaimsLayout = 'infrastructure/claims/{environment}/{cluster}.yaml';
const usualLayout: ApplicationLayout = {
  overlay: 'apps/{app}/overlays/{environment}',
  base: 'apps/{app}/base',
  cluster: 'clusters/{cluster}',
};

/** The repositories of `fleet.git.repositories`. */
export class FleetRepositories {
  static fromConfig(root: Config): FleetRepositories {
    const entries = root.getOptionalConfigArray('fleet.git.repositories') ?? [];
    return new FleetRepositories(
      GitHosts.fromConfig(root),
      entries.map(entry => ({
        url: entry.getString('url'),
        branch: entry.getOptionalString('branch'),
        claimsLayout:
          entry.getOptionalString('layout.claims') ?? usualClaimsLayout,
        layout: {
          overlay:
            entry.getOptionalString('layout.overlay') ?? usualLayout.overlay,
          base: entry.getOptionalString('layout.base') ?? usualLayout.base,
          cluster:
            entry.getOptionalString('layout.cluster') ?? usualLayout.cluster,
          branch: entry.getOptionalString('layout.branch'),
        },
      })),
    );
  }

  readonly #hosts: GitHosts;
  readonly #configured: readonly Configured[];

  private constructor(hosts: GitHosts, configured: readonly Configured[]) {
    this.#hosts = hosts;
    this.#configured = configured;
  }

  /**
   * The repository of a URL, by default the first that is configured. One that the config does not name is only opened with a token of
   * the user's own: what the integration may write to is not for whoever fills in a form.
   *
   * @throws InputError, and GitError where no integration serves its host.
   */
  find(options: { url?: string; token?: string } = {}): FleetRepository {
    const { token } = options;
    const url = options.url ?? this.#configured[0]?.url;
    if (!url) {
      throw new InputError(
        'No repository holds the fleet: name one in repositoryUrl, or in fleet.git.repositories of the app-config',
      );
    }
    const configured = this.#configured.find(entry => isSame(entry.url, url));
    if (!configured && !token) {
      throw new InputError(
        `repositoryUrl: ${url} is none of fleet.git.repositories: add it to the app-config, or give the action the user's own token`,
      );
    }
    return {
      claimsLayout: usualClaimsLayout,
      layout: usualLayout,
      ...configured,
      url: (configured?.url ?? url).replace(/(?:\.git)?\/*$/, ''),
      ...this.#hosts.find(url, { token }),
    };
  }
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [one, other].map(parseGitRepository);
  return (
    left !== undefined &&
    right !== undefined &&
    left.host === right.host &&
    left.owner.toLowerCase() === right.owner.toLowerCase() &&
    left.name.toLowerCase() === right.name.toLowerCase()
  );
}
