import type { GateVerdict } from '@fleetcommander/backstage-plugin-fleet-common';
import type { KeptPromotion } from '../follow/KeptPromotion';

/** Keeps a later wave out where what it brings has failed before, or Git was taken elsewhere since. */
export function stoppedVerdict({
  state,
  pullRequest,
}: Pick<KeptPromotion, 'state' | 'pullRequest'>): GateVerdict | undefined {
  // Not why in full: that names clusters.
  const reasons: Partial<Record<typeof state, string>> = {
    failed: 'A wave before it failed',
    superseded: 'Git says something else of the stage by now: close it',
  };
  const summary = reasons[state];
  return summary === undefined
    ? undefined
    : {
        gate: 'change',
        title: 'Waves before',
        state: 'failed',
        summary,
        url: pullRequest?.url,
        waitsFor: [],
        evidence: [],
      };
}
