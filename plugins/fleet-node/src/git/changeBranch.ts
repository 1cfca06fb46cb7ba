import { createHash } from 'node:crypto';

/** What the pull requests that are opened here do. @public */
export const changeActions = [
  'order',
  'scale',
  'upgrade',
  'retire',
  'change',
  'promote',
  'rollback',
  'create',
  'adopt',
  'freeze',
  'except',
] as const;

/** One of {@link changeActions}. @public */
export type ChangeAction = (typeof changeActions)[number];

const longestName = 80;

/**
 * The branch of a change: the same for the same action and subject, so that asking twice finds the pull request of the first time.
 * A subject that is no name of a branch is made one, and told apart from others that look like it by a hash of its own.
 *
 * @public
 */
export function changeBranch(change: {
  action: ChangeAction;
  /** Whom it is done to: the name of a cluster, the namespace and name of a claim, an application and its stage. */
  subject: string;
}): string {
  const { action, subject } = change;
  const name = subject
    .replace(/[^\w.-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, longestName)
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/\.lock$/i, '-lock');
  if (name === subject && name) {
    return `fleet/${action}/${name}`;
  }
  const hash = createHash('sha256').update(subject).digest('hex').slice(0, 8);
  return `fleet/${action}/${[name, hash].filter(Boolean).join('-')}`;
}
