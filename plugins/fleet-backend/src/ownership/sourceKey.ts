import { parseGitRepository } from '@fleetcommander/backstage-plugin-fleet-node';
import { boundedText } from './boundedText';

/** A folder of a repository in one spelling, however engines word it; the same on all branches. Undefined where no repository is named. */
export function sourceKey(
  url: string | undefined,
  path: string | undefined,
): string | undefined {
  const repository = parseGitRepository(url ?? '');
  if (!repository) {
    return undefined;
  }
  const { host, owner, name } = repository;
  const folder = (path ?? '')
    .split('/')
    .filter(segment => segment && segment !== '.')
    .join('/');
  return boundedText(`${`${host}/${owner}/${name}`.toLowerCase()}//${folder}`);
}
