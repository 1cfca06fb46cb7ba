import { coerce, gt, lt, valid, type SemVer } from 'semver';
import type { OverlayMove } from '../Overlay';

/** Whether the target has a higher version of each thing that moves and can be compared. */
export function isAhead(moves: readonly OverlayMove[]): boolean {
  const pairs = moves
    .map(({ from, to }) => [read(from?.version), read(to?.version)])
    .filter((pair): pair is [SemVer | string, SemVer | string] =>
      pair.every(version => version !== undefined),
    )
    .filter(([from, to]) => gt(from, to) || lt(from, to));
  return pairs.length > 0 && pairs.every(([from, to]) => gt(from, to));
}

/** Undefined where the order of versions is not known: a commit, a date without dots. */
function read(version: string | undefined): SemVer | string | undefined {
  if (version === undefined) {
    return undefined;
  }
  return (
    valid(version, { loose: true }) ??
    (/^v?\d{1,9}(\.\d{1,9})*$/.test(version) ? coerce(version) : undefined) ??
    undefined
  );
}
