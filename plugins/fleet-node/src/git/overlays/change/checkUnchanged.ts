import { settledIn } from '../artifacts/settledIn';
import type { OverlayFiles } from '../Overlay';
import { OverlayError } from '../OverlayError';

/**
 * Holds what was changed against what was meant.
 *
 * @throws OverlayError, when something else became another in the build.
 */
export function checkUnchanged(
  before: OverlayFiles,
  after: OverlayFiles,
  folder: string,
  isMeant: (use: string) => boolean,
): void {
  const [old, now] = [before, after].map(files => valuesIn(files, folder));
  const wrong = [...new Set([...old.keys(), ...now.keys()])].filter(
    use => !isMeant(use) && old.get(use) !== now.get(use),
  );
  if (wrong.length > 0) {
    throw new OverlayError(
      `${folder}: ${wrong.join(', ')} would change, too: change it by hand`,
    );
  }
}

function valuesIn(files: OverlayFiles, folder: string): Map<string, string> {
  const { settled, settings } = settledIn(files, folder);
  return new Map([
    ...settings.map(({ name, value }): [string, string] => [
      name.replace(': ', ', '),
      JSON.stringify(value),
    ]),
    ...settled.map(({ use, version, digest }): [string, string] => [
      use,
      JSON.stringify([version, digest]),
    ]),
  ]);
}
