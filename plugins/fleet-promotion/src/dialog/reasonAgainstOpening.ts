import type { PromotionPlan } from '@fleetcommander/backstage-plugin-fleet-common';

/** Why no pull request can be opened now; nothing when one can. */
export function reasonAgainstOpening(known: {
  plan: PromotionPlan | undefined;
  error: Error | undefined;
  /** What runs templates. */
  scaffolder: unknown;
}): string | undefined {
  const { plan, error, scaffolder } = known;
  if (!scaffolder) {
    return 'Pull requests are opened by software templates: this app has no scaffolder';
  }
  if (!plan) {
    return error
      ? 'What would move could not be read'
      : 'What would move is being read';
  }
  return plan.nothing && 'There is nothing to move';
}
