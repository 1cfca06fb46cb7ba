import type { GitHost } from '../GitHost';
import type { HostedRepository } from '../model/HostedRepository';
import type { Person } from '../model/Person';
import type { PullRequest } from '../model/PullRequest';
import { pullShape } from '../shapes/pullShape';
import { announce } from './announce';

export function announcePull(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  options: { action: string; by: Person },
): void {
  announce(host, repository, 'pull_request', {
    ...options,
    number: pull.number,
    pull_request: {
      ...pullShape(host, repository, pull),
      merged: pull.merged !== undefined,
    },
  });
}
