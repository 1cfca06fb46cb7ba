const units: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** Seconds of a Go duration such as `10m0s`. */
export function secondsOf(duration: string): number {
  let seconds = 0;
  for (const [, amount, unit] of duration.matchAll(/([\d.]+)(h|ms|m|s)/g)) {
    seconds += Number(amount) * units[unit];
  }
  return seconds;
}
