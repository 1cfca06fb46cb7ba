import {
  readChange,
  type ChangeNote,
  type GitPullRequest,
  type GitPullRequestStanding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { People } from '../people/People';

/** What is kept of a pull request that promotes or rolls back, beside what is kept of all. */
export interface PullRequestMark {
  /** As its body says. From outside. */
  note?: Pick<ChangeNote, 'requester' | 'promotion'>;
  base: string;
  /** The hash that its branch stands for. */
  head: string;
  updatedAt: string;
  /** The hash that merging made. */
  mergeRevision?: string;
  /** Logins of those whose last word approves. */
  approvers: string[];
  /** Who of those that it names the catalog or the config knows. */
  people: People;
  changesRequested: string[];
  conflicts?: boolean;
}

/** Whether a pull request lies on a branch of promotions. */
export function isPromotion({ branch }: Pick<GitPullRequest, 'branch'>) {
  return /^fleet\/(?:promote|rollback)\//.test(branch);
}

/** What is kept of one. */
export function markOf(
  pullRequest: GitPullRequest,
  standing: GitPullRequestStanding | undefined,
  people: People,
): PullRequestMark {
  const { base, head, updatedAt, mergeRevision, body } = pullRequest;
  const note = readChange(body);
  return {
    note: note && { requester: note.requester, promotion: note.promotion },
    base,
    head,
    updatedAt,
    mergeRevision,
    approvers: standing?.approvals ?? [],
    people,
    changesRequested: standing?.changesRequested ?? [],
    conflicts: standing?.conflicts,
  };
}
