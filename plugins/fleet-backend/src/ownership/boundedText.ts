import { createHash } from 'node:crypto';

const mostBytes = 600;
const shownCharacters = 120;

/**
 * An index of PostgreSQL holds 2,700 bytes a row, and refuses the whole write of what is longer; annotations and paths may be a hundred
 * times that. Of a text that is too long, its beginning and a hash: as different as before.
 */
export function boundedText(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes) {
    return text;
  }
  const hash = createHash('sha256').update(text).digest('base64url');
  return `${text.slice(0, shownCharacters)}… ${hash}`;
}
