import type {
  NodeCounts,
  Outcome,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Outcomes that say nothing good or bad of the cluster's own health: it answered. */
const answered: readonly Outcome[] = ['ok', 'throttled', 'expired'];

const stateOfOutcome: Partial<Record<Outcome, State>> = {
  unreachable: 'unreachable',
  'broken-answer': 'unreachable',
  'not-allowed': 'not-allowed',
  'not-signed-in': 'not-allowed',
  'needs-service-identity': 'not-allowed',
};

const words: Partial<Record<Outcome, string>> = {
  pending: 'not polled yet',
  'broken-answer': 'answers what cannot be understood',
  'not-allowed': 'not allowed',
  'not-signed-in': 'not signed in',
  'needs-service-identity': 'needs a service identity',
};

/** How a cluster is: by whether it answers, then by its nodes. */
export function clusterState(cluster: {
  outcome: Outcome;
  message?: string;
  nodes?: NodeCounts;
}): { state: State; summary: string } {
  const { outcome, message, nodes } = cluster;
  if (!answered.includes(outcome)) {
    const word = words[outcome] ?? outcome;
    return {
      state: stateOfOutcome[outcome] ?? 'unknown',
      summary: message ? `${word}: ${message}` : word,
    };
  }
  if (!nodes || nodes.total === 0) {
    return { state: 'healthy', summary: 'answers' };
  }
  if (nodes.ready < nodes.total) {
    return {
      state: 'degraded',
      summary: `${nodes.total - nodes.ready} of ${nodes.total} nodes not ready`,
    };
  }
  return nodes.pressure > 0
    ? {
        state: 'degraded',
        summary: `${nodes.pressure} of ${nodes.total} nodes under pressure`,
      }
    : {
        state: 'healthy',
        summary:
          nodes.total === 1 ? '1 node ready' : `${nodes.total} nodes ready`,
      };
}
