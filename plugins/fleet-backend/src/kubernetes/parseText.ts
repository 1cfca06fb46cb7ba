/** The escape of NUL, and no backslash that was escaped itself before it. */
const nul = /(?<=(?:^|[^\\])(?:\\\\)*)\\u0000/g;

/**
 * As `JSON.parse`, but for the character NUL: the API server lets everybody write it, and PostgreSQL, which has none, would refuse all
 * that is written with it.
 */
export function parseText(text: string): unknown {
  return JSON.parse(
    text.includes('\\u0000') ? text.replace(nul, '\\ufffd') : text,
  );
}
