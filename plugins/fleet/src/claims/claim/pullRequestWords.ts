import type {
  PullRequest,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** How a pull request stands: in a word, and as a state. */
export function pullRequestStanding(pullRequest: PullRequest): {
  word: string;
  state: State;
} {
  const { state, draft, conflicts, checks, changesRequested } = pullRequest;
  if (state === 'merged') {
    return { word: 'merged', state: 'healthy' };
  }
  if (state === 'closed') {
    return { word: 'closed', state: 'not-installed' };
  }
  if (conflicts) {
    return { word: 'open, has conflicts', state: 'failing' };
  }
  if (checks.failed > 0) {
    return { word: 'open, checks failed', state: 'failing' };
  }
  if (changesRequested > 0) {
    return { word: 'open, changes asked for', state: 'degraded' };
  }
  return { word: draft ? 'draft' : 'open', state: 'progressing' };
}

/** Checks in words: `2 of 3 passed, 1 failed`. */
export function checksWord(checks: PullRequest['checks']): string {
  const { passed, failed, pending } = checks;
  const total = passed + failed + pending;
  if (total === 0) {
    return 'none';
  }
  return [
    `${passed} of ${total} passed`,
    failed > 0 && `${failed} failed`,
    pending > 0 && `${pending} running`,
  ]
    .filter(Boolean)
    .join(', ');
}
