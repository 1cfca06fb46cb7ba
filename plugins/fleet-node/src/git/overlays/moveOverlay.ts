import { YamlError } from '../yaml/YamlError';
import { applyMove } from './change/applyMove';
import { checkUnchanged } from './change/checkUnchanged';
import type { OverlayChange, OverlayFiles, OverlayMove } from './Overlay';
import { OverlayError } from './OverlayError';

/**
 * Makes moves in the overlay of a folder: only the lines that must change do. What stands in a place that others share is not
 * changed there, but overridden in the overlay.
 *
 * It builds the overlay again afterwards, and gives back only what moved what was meant and nothing else.
 *
 * @throws OverlayError, with file and line, when one of the moves cannot be made, or the overlay is no longer what they were made for.
 * Nothing is changed then.
 * @public
 */
export function moveOverlay(
  files: OverlayFiles,
  folder: string,
  moves: readonly OverlayMove[],
): OverlayChange {
  let now = files;
  const remarks: string[] = [];
  let left = moves;
  // What an alias repeats can be edited once the alias is written out, which another move may do.
  while (left.length > 0) {
    const failed: { move: OverlayMove; error: YamlError }[] = [];
    for (const move of left) {
      try {
        const made = applyMove(now, folder, move);
        now = { ...now, ...made.files };
        remarks.push(...made.remarks);
      } catch (error) {
        if (!(error instanceof YamlError)) {
          throw error;
        }
        failed.push({ move, error });
      }
    }
    if (failed.length === left.length) {
      throw new OverlayError(
        failed.map(({ move, error }) => failure(move, error)).join('; '),
      );
    }
    left = failed.map(({ move }) => move);
  }
  // What a component brings is more than versions.
  if (!moves.some(({ kind }) => kind === 'component')) {
    const meant = new Set(moves.flatMap(({ uses }) => uses));
    checkUnchanged(files, now, folder, use => meant.has(use));
  }
  return {
    files: Object.fromEntries(
      Object.entries(now).filter(([path, text]) => text !== files[path]),
    ),
    remarks,
  };
}

function failure({ kind, name, from }: OverlayMove, error: YamlError): string {
  return `${kind} ${name} in ${from?.place.path ?? 'the overlay'}: ${
    error.message
  }`;
}
