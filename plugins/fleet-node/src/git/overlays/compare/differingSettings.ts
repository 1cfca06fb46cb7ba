import type { Overlay } from '../Overlay';

const mostNamed = 3;

/** What else differs between two overlays, in words, by the object that it is of. Values are not told: one may be a secret. */
export function differingSettings(target: Overlay, source: Overlay): string[] {
  const names = new Set([
    ...Object.keys(target.settings),
    ...Object.keys(source.settings),
  ]);
  const differing = new Map<string, string[]>();
  for (const name of names) {
    if (target.settings[name] !== source.settings[name]) {
      const colon = name.indexOf(': ');
      const object = name.slice(0, colon);
      differing.set(object, [
        ...(differing.get(object) ?? []),
        name.slice(colon + 2),
      ]);
    }
  }
  return [...differing].map(([object, fields]) => {
    const named = fields.slice(0, mostNamed).join(', ');
    const more = fields.length - mostNamed;
    return `${object}: ${named}${
      more > 0 ? ` and ${more} more` : ''
    } of its stage, and stays`;
  });
}
