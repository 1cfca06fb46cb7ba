import type { GitHost } from '../GitHost';
import { isAncestor, noCommit, updateRef } from '../git/refs';
import { announcePull } from '../webhooks/announcePull';
import { announcePush } from '../webhooks/announcePush';
import type { HostedRepository } from './HostedRepository';
import type { Person } from './Person';
import type { PullRequest } from './PullRequest';

/** A ref that moved. One side of one that was made or deleted is forty zeros. */
export interface RefMove {
  /** In full: `refs/heads/main`. */
  ref: string;
  before: string;
  after: string;
  by: Person;
}

/** Moves a ref as a push does. */
export async function moveRef(
  host: GitHost,
  repository: HostedRepository,
  move: RefMove,
): Promise<void> {
  await updateRef(repository.git, move);
  await refMoved(host, repository, move);
}

/** Has everything follow a ref that git has moved: pull requests, listeners, webhooks. */
export async function refMoved(
  host: GitHost,
  repository: HostedRepository,
  move: RefMove,
): Promise<void> {
  repository.pushedAt = new Date();
  await announcePush(host, repository, move);
  const branch = branchOf(move.ref);
  const open = [...repository.pulls.values()].filter(
    ({ state }) => state === 'open',
  );
  for (const pull of open) {
    if (pull.head === branch) {
      await followHead(host, repository, pull, move);
    } else if (pull.base === branch && move.after !== noCommit) {
      await followBase(host, repository, pull, move);
    }
  }
}

export function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/')
    ? ref.slice('refs/heads/'.length)
    : undefined;
}

async function followHead(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  { before, after, by }: RefMove,
): Promise<void> {
  pull.updatedAt = new Date();
  if (after === noCommit) {
    pull.state = 'closed';
    pull.closedAt = pull.updatedAt;
    announcePull(host, repository, pull, { action: 'closed', by });
    return;
  }
  pull.headSha = after;
  if (!(await isAncestor(repository.git, before, after))) {
    pull.forcePushes.push({
      id: host.nextId(),
      by: by.login,
      at: pull.updatedAt,
      after,
    });
  }
  if (repository.protections.get(pull.base)?.dismissStale) {
    for (const review of pull.reviews) {
      if (review.state === 'APPROVED') {
        review.state = 'DISMISSED';
      }
    }
  }
  announcePull(host, repository, pull, { action: 'synchronize', by });
}

/** A base that holds all of a head has merged it, however that came about. */
async function followBase(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  { after, by }: RefMove,
): Promise<void> {
  if (await isAncestor(repository.git, pull.headSha, after)) {
    const at = new Date();
    Object.assign(pull, {
      state: 'closed',
      closedAt: at,
      updatedAt: at,
      merged: { sha: after, by: by.login, at },
    } satisfies Partial<PullRequest>);
    announcePull(host, repository, pull, { action: 'closed', by });
  } else {
    pull.baseSha = after;
  }
}
