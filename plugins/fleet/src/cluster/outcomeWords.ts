import type {
  Outcome,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** What became of an attempt to ask, in words and as a state; what needs a person most comes first. */
export const outcomeWords: Record<Outcome, { title: string; state: State }> = {
  unreachable: { title: 'unreachable', state: 'unreachable' },
  misconfigured: { title: 'misconfigured', state: 'failing' },
  'not-signed-in': { title: 'not signed in', state: 'not-allowed' },
  'needs-service-identity': {
    title: 'needs a service identity',
    state: 'not-allowed',
  },
  'not-allowed': { title: 'not allowed', state: 'not-allowed' },
  'broken-answer': { title: 'broken answer', state: 'failing' },
  throttled: { title: 'throttled', state: 'degraded' },
  expired: { title: 'expired, will be read again', state: 'progressing' },
  pending: { title: 'not asked yet', state: 'progressing' },
  ok: { title: 'can be read', state: 'healthy' },
  'not-installed': { title: 'not installed', state: 'not-installed' },
};
