import { notFound } from '../http/ApiError';
import type { RepositoryRequest } from '../http/ApiRequest';
import type { PullRequest } from '../model/PullRequest';

/** The pull request that a path names by its number. */
export function pullOf({
  repository,
  parameters,
}: RepositoryRequest): PullRequest {
  const pull = repository.pulls.get(Number(parameters.number));
  if (!pull) {
    throw notFound();
  }
  return pull;
}
