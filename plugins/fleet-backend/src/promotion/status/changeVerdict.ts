import type {
  GateVerdict,
  StageOverlay,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GatePullRequest,
  OverlayGap,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { PromotionChange } from '../../store/promotion/changes';

/**
 * What keeps the gates from speaking for a pull request: what is judged is not what would be merged, or is not all of it. Undefined:
 * nothing does.
 */
export function changeVerdict(
  {
    pullRequest: { head, base, url },
    files,
  }: Pick<GatePullRequest, 'pullRequest' | 'files'>,
  read: PromotionChange | undefined,
  overlays: readonly Pick<StageOverlay, 'path' | 'branch'>[],
): GateVerdict | undefined {
  const shut = (state: 'waiting' | 'unknown', summary: string) => ({
    gate: 'change',
    title: 'Only what is promoted',
    state,
    summary,
    url,
    waitsFor: [],
    evidence: [],
  });
  if (read?.head !== head) {
    return shut('waiting', `Commit ${head.slice(0, 7)} has not been read yet`);
  }
  if (read.problem) {
    return shut('unknown', `Not known: ${read.problem}`);
  }
  if (overlays.some(({ branch }) => branch !== base)) {
    return shut(
      'unknown',
      `Not known: it would be merged into ${base}, where the stage is not read from`,
    );
  }
  if ('unknown' in files) {
    return shut('unknown', `Not known: ${files.unknown}`);
  }
  const others = files.known.filter(
    ({ path }) =>
      !overlays.some(overlay => path.startsWith(`${overlay.path}/`)),
  );
  if (others.length > 0) {
    return shut(
      'unknown',
      `Not known: it changes files that are none of what is promoted: ${listed(
        others.map(({ path }) => path),
      )}. Take them out, or into a pull request of their own`,
    );
  }
  const gaps = newGaps(read);
  return gaps.length > 0
    ? shut(
        'unknown',
        `Not known: it brings what is not read: ${listed(
          gaps.map(({ path, message }) => `${path} ${message}`),
        )}`,
      )
    : undefined;
}

function newGaps({ overlays, before }: PromotionChange): OverlayGap[] {
  return Object.entries(overlays).flatMap(([region, { notUnderstood }]) =>
    notUnderstood.filter(
      gap =>
        !before[region]?.notUnderstood.some(
          ({ path, message }) => path === gap.path && message === gap.message,
        ),
    ),
  );
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 3).join(', ');
  return words.length > 3 ? `${shown} and ${words.length - 3} more` : shown;
}
