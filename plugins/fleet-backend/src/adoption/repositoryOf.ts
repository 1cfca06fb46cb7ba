import { InputError } from '@backstage/errors';
import { parseGitRepository } from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../clusters/config/FleetConfig';

/** The one of `fleet.git.repositories` that an engine reads. What the integration may write to is only used for these. */
export function repositoryOf(
  repositories: readonly RepositoryConfig[],
  url: string,
): RepositoryConfig {
  const keyOf = (of: string) => {
    const { host, owner, name } = parseGitRepository(of) ?? {};
    return name && `${host}/${owner}/${name}`.toLocaleLowerCase('en-US');
  };
  const wanted = keyOf(url);
  const found = repositories.find(
    repository => wanted && keyOf(repository.url) === wanted,
  );
  if (!found) {
    throw new InputError(
      `It is delivered from ${url}, which is none of fleet.git.repositories: add it there, or change it by hand`,
    );
  }
  return found;
}
