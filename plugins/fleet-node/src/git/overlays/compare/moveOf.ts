import type { OverlayArtifact, OverlayMove } from '../Overlay';

/** The move that makes of what a target has what a source has. One of the two is there. */
export function moveOf({
  target,
  source,
}: {
  target?: OverlayArtifact;
  source?: OverlayArtifact;
}): OverlayMove {
  const { kind, name, uses } = (target ?? source)!;
  return {
    kind,
    name,
    uses,
    ...(target && { from: sideOf(target) }),
    ...(source && { to: sideOf(source) }),
  };
}

function sideOf({ version, digest, place, origin }: OverlayArtifact) {
  return {
    ...(version !== undefined && { version }),
    ...(digest !== undefined && { digest }),
    place,
    origin,
  };
}
