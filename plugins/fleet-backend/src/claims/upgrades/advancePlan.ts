import { advanceItem } from './advanceItem';
import type { UpgradeFacts, UpgradeItem, UpgradePlan } from './UpgradePlan';

/** What became of an upgrade, and what there is to do. */
export interface Advanced {
  plan: UpgradePlan;
  /** Clusters whose turn it is to have a pull request. */
  open: UpgradeItem[];
}

/**
 * Where an upgrade is: the first wave that is not over is open, those behind it wait. Where one of its clusters fails, no more pull
 * requests are opened until it is well again or the upgrade is stopped.
 */
export function advancePlan(
  plan: UpgradePlan,
  factsOf: (claimId: string) => UpgradeFacts,
  now: string,
): Advanced {
  let isOpen = true;
  const waves = plan.waves.map(wave => {
    if (!isOpen) {
      return wave;
    }
    const clusters = wave.clusters.map(item =>
      advanceItem(item, plan.version, factsOf(item.claimId), now),
    );
    isOpen = clusters.every(isOver);
    return { ...wave, clusters };
  });
  const items = waves.flatMap(({ clusters }) => clusters);
  const current = waves.find(({ clusters }) => !clusters.every(isOver));
  const isFailing = items.some(({ state }) => state === 'failing');
  if (!current) {
    return {
      plan: { ...plan, waves, state: 'done', endedAt: now },
      open: [],
    };
  }
  return {
    plan: { ...plan, waves, state: isFailing ? 'failing' : 'running' },
    open: isFailing
      ? []
      : current.clusters.filter(
          ({ state, opened, retryAt }) =>
            state === 'waiting' && !opened && !(retryAt && retryAt > now),
        ),
  };
}

function isOver({ state }: UpgradeItem): boolean {
  return state === 'done' || state === 'skipped';
}
