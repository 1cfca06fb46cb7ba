/** `812 B`, `1.4 MB`. */
export function bytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${short(value)} ${units[unit]}`;
}

/** `4.2 ms`, `37 s`. */
export function milliseconds(count: number): string {
  return count >= 1000 ? `${short(count / 1000)} s` : `${short(count)} ms`;
}

/** `2.4 %`. */
export function percent(share: number): string {
  return `${short(share * 100)} %`;
}

/** `104 ×`. */
export function times(factor: number): string {
  return `${short(factor)} ×`;
}

/** Two digits where there would be one, and no more than needed. */
export function short(value: number): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  return value === 0 || Math.abs(value) >= 10
    ? String(Math.round(value))
    : String(Number(value.toPrecision(2)));
}
