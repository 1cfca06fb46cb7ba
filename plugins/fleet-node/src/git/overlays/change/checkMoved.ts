import { settledIn } from '../artifacts/settledIn';
import type { OverlayFiles, OverlayMove } from '../Overlay';
import { OverlayError } from '../OverlayError';

/**
 * Holds what was changed against what was meant: that moved, and no other version did.
 *
 * @throws OverlayError, when it is not so.
 */
export function checkMoved(
  before: OverlayFiles,
  after: OverlayFiles,
  { folder, moves }: { folder: string; moves: readonly OverlayMove[] },
): void {
  if (moves.some(({ kind }) => kind === 'component')) {
    // What a component brings is more than versions.
    return;
  }
  const [old, now] = [before, after].map(files => versionsIn(files, folder));
  const moved = new Set(moves.flatMap(({ uses }) => uses));
  const wrong = [...new Set([...old.keys(), ...now.keys()])].filter(
    use => !moved.has(use) && old.get(use) !== now.get(use),
  );
  if (wrong.length > 0) {
    throw new OverlayError(
      `${folder}: ${wrong.join(', ')} would change, too: move it by hand`,
    );
  }
}

function versionsIn(files: OverlayFiles, folder: string): Map<string, string> {
  const { settled, settings } = settledIn(files, folder);
  return new Map([
    ...settings.map(({ name, value }): [string, string] => [
      name,
      JSON.stringify(value),
    ]),
    ...settled.map(({ use, version, digest }): [string, string] => [
      use,
      JSON.stringify([version, digest]),
    ]),
  ]);
}
