import type { GitHost } from '../GitHost';
import { resolveCommit, updateRef } from '../git/refs';
import { commitFiles } from './commitFiles';
import type { HostedRepository } from './HostedRepository';
import { mergePull } from './mergePull';
import type { PastChange } from './PastChange';
import type { PullRequest } from './PullRequest';

/** Lets a repository have come about as it is told, commit by commit and pull request by pull request. */
export async function recordPast(
  host: GitHost,
  repository: HostedRepository,
  past: readonly PastChange[],
): Promise<void> {
  for (const change of past) {
    const { pull: told, ...commit } = change;
    const headSha = await commitFiles(host, repository, {
      ...commit,
      branch: told?.head,
    });
    if (told) {
      await recordPull(host, repository, { ...change, pull: told }, headSha);
    }
  }
}

async function recordPull(
  host: GitHost,
  repository: HostedRepository,
  {
    by,
    at,
    message,
    pull: told,
  }: PastChange & Required<Pick<PastChange, 'pull'>>,
  headSha: string,
): Promise<void> {
  const { git, defaultBranch: base } = repository;
  const { merged, head, body } = told;
  const baseSha = (await resolveCommit(git, `refs/heads/${base}`))!;
  const pull: PullRequest = {
    id: host.nextId(),
    number: repository.nextNumber,
    author: by,
    title: message.split('\n')[0],
    body,
    draft: false,
    state: 'open',
    head,
    base,
    headSha,
    baseSha,
    labels: [...(told.labels ?? [])],
    reviewers: [...(told.reviewers ?? [])],
    teams: [...(told.teams ?? [])],
    reviews: [],
    comments: [],
    forcePushes: [],
    createdAt: at,
    updatedAt: at,
  };
  for (const name of pull.labels) {
    if (!repository.labels.has(name)) {
      const id = host.nextId();
      repository.labels.set(name, { id, name, color: 'ededed' });
    }
  }
  repository.pulls.set(pull.number, pull);
  if (merged) {
    await recordMerge(host, repository, pull, merged);
  }
}

async function recordMerge(
  host: GitHost,
  repository: HostedRepository,
  pull: PullRequest,
  { by: login, at }: { by: string; at: Date },
): Promise<void> {
  const { git } = repository;
  const by = host.people.get(login)!;
  const sha = await mergePull(repository, pull, {
    method: 'merge',
    by,
    author: by,
    at,
  });
  if (!sha) {
    throw new Error(`pull request #${pull.number} never merged: it conflicts`);
  }
  pull.reviews.push({
    id: host.nextId(),
    author: login,
    body: '',
    state: 'APPROVED',
    commit: pull.headSha,
    submittedAt: at,
  });
  Object.assign(pull, {
    state: 'closed',
    closedAt: at,
    updatedAt: at,
    merged: { sha, by: login, at },
  } satisfies Partial<PullRequest>);
  repository.verified.add(sha);
  await updateRef(git, {
    ref: `refs/heads/${pull.base}`,
    before: pull.baseSha,
    after: sha,
  });
  if (repository.deletesMergedBranches) {
    await git.run(['update-ref', '-d', `refs/heads/${pull.head}`]);
  }
}
