import type {
  Move,
  PipelineStage,
  PromotionPlan,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** One that is under way to the same stage, and can still be changed. */
export function openOf({ promotion }: PipelineStage): PromotionPlan['open'] {
  return promotion && ['waiting', 'ready'].includes(promotion.state)
    ? promotion
    : undefined;
}

/** What who asks has to know beside what moves. */
export function warningsOf(
  shown: PipelineStage,
  { moves, action }: Pick<PromotionPlan, 'moves' | 'action'>,
): string[] {
  const open = openOf(shown);
  const warnings: string[] = [];
  if (open && (open.action !== action || !isSame(open.moves, moves))) {
    warnings.push(
      `#${
        open.pullRequest?.number
      } is open already, and moves something else: ${open.moves
        .map(({ summary }) => summary)
        .join(', ')}`,
    );
  }
  if (shown.promotion?.state === 'rolling-out') {
    warnings.push(
      `What came last is still on its way: ${shown.promotion.summary}`,
    );
  }
  if (shown.clusters.length === 0) {
    warnings.push(
      `No cluster runs ${shown.title} yet: nobody will see whether it works`,
    );
  }
  if (shown.freeze && action === 'promote') {
    warnings.push(
      `It is frozen: ${shown.freeze.title}, ${shown.freeze.reason}. The pull request waits for its end`,
    );
  }
  return warnings;
}

function isSame(one: readonly Move[], other: readonly Move[]): boolean {
  const keys = (moves: readonly Move[]) =>
    moves
      .map(({ kind, name, to, region }) => [kind, name, to, region].join(' '))
      .sort()
      .join('\n');
  return keys(one) === keys(other);
}
