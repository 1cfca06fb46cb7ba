import type { GitHost } from '../GitHost';
import { notFound } from '../http/ApiError';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import type { PullRequest } from '../model/PullRequest';

/** What a page is asked for. */
export interface PageRequest {
  host: GitHost;
  /** As whom the reader acts. */
  person: Person;
  url: URL;
  /** From the path, decoded. */
  parameters: Readonly<Record<string, string>>;
  /** Of a form that was sent. */
  form: URLSearchParams;
}

export function repositoryOf({
  host,
  person,
  parameters: { owner, name },
}: PageRequest): HostedRepository {
  const repository = host.repositories.get(`${owner}/${name}`);
  if (
    !repository ||
    !(repository.isPublic || person.may('read', repository.fullName))
  ) {
    throw notFound();
  }
  return repository;
}

export function pullRequestOf(
  request: PageRequest,
  { pulls }: HostedRepository,
): PullRequest {
  const pull = pulls.get(Number(request.parameters.number));
  if (!pull) {
    throw notFound();
  }
  return pull;
}
