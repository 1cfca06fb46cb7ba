import type { GitChange } from './GitChange';

/** A change that the backend has planned, of a promotion for one, with what screens show beside it. @public */
export interface PlannedChange
  extends Pick<GitChange, 'readAt' | 'labels' | 'reviewers' | 'draft'>,
    Required<Pick<GitChange, 'base' | 'branch' | 'title' | 'body'>> {
  files: { path: string; text: string }[];
}

/**
 * What of a plan is proposed to a Git host.
 *
 * @public
 */
export function plannedChange(plan: PlannedChange): GitChange {
  const { branch, base, readAt, title, body, labels, reviewers, draft } = plan;
  return {
    branch,
    base,
    readAt,
    title,
    body,
    labels,
    reviewers,
    draft,
    files: plan.files.map(({ path, text }) => ({ path, text })),
  };
}
