import { createHash } from 'node:crypto';

const longest = 500;
const shown = 400;

/** A value as JSON text that tells it from every other; one that is long is cut, and told apart by its hash. */
export function leafText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  if (text.length <= longest) {
    return text;
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${text.slice(0, shown)}… (${
    text.length
  } characters, sha256 ${hash}…)`;
}
