import { matchArtifacts, type ArtifactPair } from './compare/matchArtifacts';
import { moveOf } from './compare/moveOf';
import type { Overlay, OverlayMove } from './Overlay';

/**
 * What has to move back in an overlay so that it runs what it ran at an earlier commit. What others changed since, and is no version,
 * stays as they left it; so do objects and containers that came or went since.
 *
 * @public
 */
export function revertOverlay(now: Overlay, then: Overlay): OverlayMove[] {
  const isBroken = [now, then].some(({ notUnderstood }) =>
    notUnderstood.some(({ broken }) => broken),
  );
  return isBroken
    ? []
    : matchArtifacts(now, then).filter(isToMoveBack).map(moveOf);
}

function isToMoveBack({ target, source }: ArtifactPair): boolean {
  if (!target || !source) {
    const one = (target ?? source)!;
    return one.kind === 'component' && one.own;
  }
  return target.version !== source.version || target.digest !== source.digest;
}
