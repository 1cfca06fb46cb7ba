import { settledIn, type SettledOverlay } from '../artifacts/settledIn';
import type { OverlayFiles } from '../Overlay';
import { OverlayError } from '../OverlayError';

/**
 * An overlay that is to be changed.
 *
 * @throws OverlayError, with file and line, when one of its files cannot be read.
 */
export function readBuild(files: OverlayFiles, folder: string): SettledOverlay {
  const overlay = settledIn(files, folder);
  const broken = overlay.build.gaps.find(gap => gap.broken);
  if (broken) {
    throw new OverlayError(
      `${broken.path}${broken.line ? `, line ${broken.line}` : ''} ${
        broken.message
      }`,
    );
  }
  return overlay;
}
