import type { Overlay } from '../Overlay';

/** What keeps overlays from being told and moved at all, in words. */
export function brokenIn(...overlays: Overlay[]): string[] {
  return overlays.flatMap(({ notUnderstood }) =>
    notUnderstood
      .filter(({ broken }) => broken)
      .map(
        ({ path, line, message }) =>
          `${path}${line ? `, line ${line}` : ''} ${message}`,
      ),
  );
}
