import { brokenIn } from './compare/brokenIn';
import { matchArtifacts, type ArtifactPair } from './compare/matchArtifacts';
import { moveOf } from './compare/moveOf';
import { lastSegment } from './compare/lastSegment';
import type { Overlay, OverlayDifference } from './Overlay';

/**
 * What has to move back in an overlay so that it runs what it ran at an earlier commit, and what cannot. What others changed since, and
 * is no version, stays as they left it; so do objects and containers that came or went since.
 *
 * @public
 */
export function revertOverlay(
  now: Overlay,
  then: Overlay,
): Pick<OverlayDifference, 'moves' | 'stays'> {
  const broken = brokenIn(now, then);
  if (broken.length > 0) {
    return { moves: [], stays: broken };
  }
  const pairs = matchArtifacts(now, then).flatMap(apart).filter(isToMoveBack);
  return {
    moves: pairs.filter(pair => !isAnother(pair)).map(moveOf),
    stays: pairs
      .filter(isAnother)
      .map(
        ({ target, source }) =>
          `${target!.kind} ${target!.name} was ${
            source!.name
          } then, which is something else: change it by hand`,
      ),
  };
}

/** What is at one version now and was at several then goes back to each. */
function apart({ target, source, others }: ArtifactPair): ArtifactPair[] {
  if (!target || !source || others.length === 0) {
    return [{ target, source, others }];
  }
  const usesOf = (one: typeof source) =>
    target.uses.filter(use => one.uses.includes(use));
  const elsewhere = others.flatMap(usesOf);
  return [
    { ...target, uses: target.uses.filter(use => !elsewhere.includes(use)) },
    ...others.map(other => ({ ...target, uses: usesOf(other) })),
  ].map((part, index) => ({
    target: part,
    source: [source, ...others][index],
    others: [],
  }));
}

function isToMoveBack({ target, source }: ArtifactPair): boolean {
  if (!target || !source) {
    const one = (target ?? source)!;
    return one.kind === 'component' && one.own;
  }
  return target.version !== source.version || target.digest !== source.digest;
}

/** A version of one image is none of another. */
function isAnother({ target, source }: ArtifactPair): boolean {
  return (
    target !== undefined &&
    source !== undefined &&
    lastSegment(target.name) !== lastSegment(source.name)
  );
}
