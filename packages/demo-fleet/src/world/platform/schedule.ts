import { Part } from './Part';

/** When a part was begun and ready, in seconds after its claim. */
export interface Span {
  begins: number;
  ends: number;
}

/** When each part was made, where nothing held it up. */
export function schedule(parts: readonly Part[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  const spanOf = (name: string): Span => {
    const known = spans.get(name);
    if (known) {
      return known;
    }
    const part = parts.find(each => each.name === name);
    if (!part) {
      throw new Error(`A part waits for "${name}", which is none`);
    }
    const begins = Math.max(
      0,
      ...(part.after ?? []).map(each => spanOf(each).ends),
    );
    const span = { begins, ends: begins + part.seconds };
    spans.set(name, span);
    return span;
  };
  parts.forEach(({ name }) => spanOf(name));
  return spans;
}
