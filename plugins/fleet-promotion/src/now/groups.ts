import type { Promotion } from '@fleetcommander/backstage-plugin-fleet-common';

/** Groups of what is under way, what needs a person first. */
const groups = [
  'Waits for you',
  'Failed',
  'Stuck',
  'Waits for others',
  'Rolling out',
] as const;

/** One of the groups of what is under way. */
export type Group = (typeof groups)[number];

/** What a promotion needs; `viewer` are the entity refs that the viewer goes by. */
export function groupOf(
  promotion: Promotion,
  viewer: readonly string[],
): Group {
  const { state, stuck, waitsFor, ownerRefs } = promotion;
  const called = isForPeople(promotion)
    ? [...waitsFor, ...ownerRefs]
    : waitsFor;
  if (called.some(who => viewer.includes(who))) {
    return 'Waits for you';
  }
  if (state === 'failed') {
    return 'Failed';
  }
  if (stuck) {
    return 'Stuck';
  }
  return state === 'rolling-out' ? 'Rolling out' : 'Waits for others';
}

/** When its owners are notified that it needs them: Git knows teams by other names than the catalog. */
function isForPeople({
  state,
  gates,
  waitsFor,
}: Pick<Promotion, 'state' | 'gates' | 'waitsFor'>): boolean {
  return (
    state === 'ready' ||
    (state === 'waiting' &&
      (gates.some(
        gate => gate.state === 'waiting' && gate.waitsFor.length > 0,
      ) ||
        // For what its branch requires besides, or as it conflicts with it.
        (waitsFor.length > 0 &&
          gates.every(gate => ['passed', 'skipped'].includes(gate.state)))))
  );
}

/** In the order of the groups; within each as the backend has them. */
export function byWhatItNeeds(
  promotions: readonly Promotion[],
  viewer: readonly string[],
): Promotion[] {
  const rank = (promotion: Promotion) =>
    groups.indexOf(groupOf(promotion, viewer));
  return [...promotions].sort((a, b) => rank(a) - rank(b));
}
