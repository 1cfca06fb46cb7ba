import type {
  GitPullRequest,
  GitPullRequestStanding,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** What a pull request waits for, in plain words. */
export function waitsFor(
  { state, draft, base }: Pick<GitPullRequest, 'state' | 'draft' | 'base'>,
  standing: GitPullRequestStanding,
): string {
  if (state !== 'open') {
    return state === 'merged' ? 'merged' : 'closed without being merged';
  }
  const { approvals, changesRequested, checks, conflicts, blocked } = standing;
  const failed = checks.filter(check => check.state === 'failed');
  const pending = checks.filter(check => check.state === 'pending');
  const names = (some: typeof checks) =>
    some.map(({ name }) => name).join(', ');
  const reasons = [
    draft && 'it is a draft',
    conflicts && `it conflicts with ${base}`,
    changesRequested.length > 0 &&
      `${changesRequested.join(', ')} asked for changes`,
    failed.length > 0 && `these checks fail: ${names(failed)}`,
    pending.length > 0 && `these checks go on: ${names(pending)}`,
    blocked && approvals.length === 0 && 'it waits for an approval',
  ].filter(Boolean);
  if (reasons.length > 0) {
    return reasons.join('; ');
  }
  return blocked
    ? `it waits for what the rules of ${base} demand`
    : 'it can be merged';
}
