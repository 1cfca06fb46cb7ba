const changing: [pattern: RegExp, word: string][] = [
  [
    /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g,
    '<time>',
  ],
  // As Go writes durations: 2.087s, 1m30s, 153.2µs.
  [/\b(?:\d+(?:\.\d+)?(?:h|ms|[nuµ]s|m|s))+\b/g, '<duration>'],
];

/** A message without what is another each time it is written: of the same failure it is equal text. */
export function steadyText(text: string): string {
  return changing.reduce(
    (steady, [pattern, word]) => steady.replace(pattern, word),
    text,
  );
}
