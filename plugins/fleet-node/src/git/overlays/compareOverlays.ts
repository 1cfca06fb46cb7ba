import { brokenIn } from './compare/brokenIn';
import { moveOf } from './compare/moveOf';
import { isAhead } from './compare/isAhead';
import { matchArtifacts } from './compare/matchArtifacts';
import { lastSegment } from './compare/lastSegment';
import { reasonToStay } from './compare/reasonToStay';
import { stageWords } from './compare/stageWords';
import { differingSettings } from './compare/differingSettings';
import type {
  Overlay,
  OverlayArtifact,
  OverlayDifference,
  OverlayMove,
} from './Overlay';

/**
 * What has to change in an overlay so that it runs what another one runs, and what differs and stays: all that is of one stage alone.
 *
 * @public
 */
export function compareOverlays(
  target: Overlay,
  source: Overlay,
): OverlayDifference {
  const broken = brokenIn(target, source);
  if (broken.length > 0) {
    return { moves: [], stays: broken, ahead: false };
  }
  const words = stageWords(target.folder, source.folder);
  const moves: OverlayMove[] = [];
  const stays: string[] = [];
  for (const pair of matchArtifacts(target, source)) {
    if (isSame(pair.target, pair.source)) {
      continue;
    }
    const reason = reasonToStay(pair, { words, folder: source.folder });
    if (reason) {
      stays.push(reason);
    } else {
      moves.push(moveOf(pair));
    }
  }
  return {
    moves,
    stays: [...stays, ...differingSettings(target, source)],
    ahead: isAhead(moves),
  };
}

function isSame(
  target: OverlayArtifact | undefined,
  source: OverlayArtifact | undefined,
): boolean {
  return (
    target !== undefined &&
    source !== undefined &&
    target.version === source.version &&
    target.digest === source.digest &&
    lastSegment(target.name) === lastSegment(source.name)
  );
}
