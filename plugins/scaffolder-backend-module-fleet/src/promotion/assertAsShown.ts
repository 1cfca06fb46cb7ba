import { ConflictError } from '@backstage/errors';
import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';

/**
 * Throws where a plan moves something other than what was shown to who asked for it: between the two somebody may have merged. Where
 * nothing was shown there is nothing to hold it to, and that nothing is left to move is no surprise that harms.
 */
export function assertAsShown(
  plan: Pick<PromotionPlan, 'moves' | 'nothing'>,
  shown: readonly string[] = [],
): void {
  if (shown.length === 0 || plan.nothing) {
    return;
  }
  const moves = plan.moves.map(({ summary }) => summary);
  if (wordsOf(moves) !== wordsOf(shown)) {
    throw new ConflictError(
      `What would move has changed since it was shown: it was ${wordsOf(
        shown,
      )}, and is ${wordsOf(
        moves,
      )} by now. Nothing was made: look at it again, and start anew`,
    );
  }
}

function wordsOf(moves: readonly string[]): string {
  return [...moves].sort().join(', ');
}
