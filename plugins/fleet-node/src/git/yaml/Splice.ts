/** What is put in place of a part of a text. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** A text with parts of it replaced; they may not overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: inserted }) =>
        result.slice(0, start) + inserted + result.slice(end),
      text,
    );
}
