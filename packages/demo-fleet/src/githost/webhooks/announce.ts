import type { GitHost } from '../GitHost';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import { repositoryShape } from '../shapes/repositoryShape';
import { userShape } from '../shapes/userShape';

/** Tells an event of a repository to those who asked for it. */
export function announce(
  host: GitHost,
  repository: HostedRepository,
  event: string,
  { by, ...payload }: { by: Person; [field: string]: unknown },
): void {
  host.webhooks.send(repository.hooks, event, {
    ...payload,
    repository: repositoryShape(host, repository),
    sender: userShape(host, by.login),
  });
}
