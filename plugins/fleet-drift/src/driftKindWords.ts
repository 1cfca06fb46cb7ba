import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';

/** What each kind of drift means, in a few plain words. */
export const driftKindWords: Record<DriftKind, string> = {
  'out-of-sync': 'out of sync',
  override: 'changed on the cluster',
  behind: 'behind Git',
  failing: 'cannot apply',
  frozen: 'nobody corrects',
  skew: 'versions differ',
  missing: 'missing',
  stale: 'not known any more',
};

/** A kind as people read it, also one of a newer backend. */
export function driftKindWord(kind: string): string {
  return (driftKindWords as Record<string, string>)[kind] ?? kind;
}
