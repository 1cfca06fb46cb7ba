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
 * A subject that is no name of a branch is made one, and told apart from others that look like it by a hash of its own. One of several
 * parts is told apart from every other: `fleet/promote/web+staging-eu`.
 *
 * @public
 */
export function changeBranch(change: {
  action: ChangeAction;
  /** Whom it is done to: the name of a cluster, the namespace and name of a claim; in parts, an application and its stage. */
  subject: string | readonly string[];
}): string {
  const { action, subject } = change;
  const parts = [subject].flat();
  const names = parts.map(safeName);
  const name = names.filter(Boolean).join('+');
  if (names.every((safe, index) => safe && safe === parts[index])) {
    return `fleet/${action}/${name}`;
  }
  const hash = createHash('sha256')
    .update(parts.join('\0'))
    .digest('hex')
    .slice(0, 8);
  return `fleet/${action}/${[name, hash].filter(Boolean).join('-')}`;
}

function safeName(text: string): string {
  return text
    .replace(/[^\w.-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, longestName)
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/\.lock$/i, '-lock');
}
