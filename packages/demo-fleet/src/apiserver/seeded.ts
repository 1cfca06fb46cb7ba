import { createHash } from 'node:crypto';

function digest(parts: (string | number)[]): Buffer {
  return createHash('sha256').update(parts.join('/')).digest();
}

/** A UUID that is the same for the same parts. */
export function seededUid(...parts: (string | number)[]): string {
  const hex = digest(parts).toString('hex');
  const variant = '89ab'[parseInt(hex[16], 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A number from `min` to below `max` that is the same for the same parts. */
export function seededNumber(
  min: number,
  max: number,
  ...parts: (string | number)[]
): number {
  return min + (digest(parts).readUInt32BE(0) % (max - min));
}

export function seededToken(...parts: (string | number)[]): string {
  return digest(parts).toString('base64url');
}
