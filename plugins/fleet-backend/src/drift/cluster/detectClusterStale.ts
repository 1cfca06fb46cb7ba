import type { Reachability } from '@fleetcommander/backstage-plugin-fleet-common';
import type { DriftFinding } from '@fleetcommander/backstage-plugin-fleet-node';
import { after } from '../application/after';

/** A cluster that misses a poll or two is none that is away. */
const awaySeconds = 300;

/** A cluster, and how the last attempts to reach it went. */
export interface ClusterDriftInput {
  name: string;
  hub: boolean;
  reachability: Reachability;
  /** How many applications it steers on other clusters. */
  steers?: number;
}

/** What answers, or was never asked, says nothing of age. */
const current: readonly Reachability['outcome'][] = [
  'ok',
  'pending',
  'throttled',
  'expired',
];

/** Nothing new is known of a cluster, so every verdict on it is old. That of a hub tells nothing of the health of its spokes. */
export function detectClusterStale({
  name,
  hub,
  reachability,
  steers = 0,
}: ClusterDriftInput): DriftFinding[] {
  const { outcome, since, lastContactAt, message } = reachability;
  if (current.includes(outcome)) {
    return [];
  }
  const what = hub ? `Hub ${name}` : name;
  const others =
    steers > 0
      ? ` So is what is known of ${steers} ${
          steers === 1 ? 'application' : 'applications'
        } that it steers on other clusters; they run on without it.`
      : '';
  const onset = lastContactAt ?? since;
  return [
    {
      kind: 'stale',
      key: 'cluster',
      summary: `${what} cannot be read, and what is known of it is old.${others}`,
      since: onset,
      opensAt: after(onset, awaySeconds),
      correction: {
        expected: outcome === 'unreachable' || outcome === 'broken-answer',
        reason:
          outcome === 'unreachable' || outcome === 'broken-answer'
            ? 'It is asked again and again until it answers.'
            : 'It answers, and does not let us in.',
      },
      remedy: message ?? `Look at the doctor of ${name}.`,
    },
  ];
}
