const units = [
  ['d', 24 * 60 * 60_000],
  ['h', 60 * 60_000],
  ['min', 60_000],
] as const;

/** As 90 s, 30 min, 2 h, 3 d: the greatest unit of which there are two or more, or that it is a multiple of. */
export function durationWords(ms: number): string {
  const [word, unit] = units.find(
    ([, length]) => ms >= 2 * length || (ms >= length && ms % length === 0),
  ) ?? ['s', 1000];
  return `${Math.floor(ms / unit)} ${word}`;
}
