const maxDelayMs = 5 * 60_000;

/**
 * How long to leave a cluster alone after it failed `failures` times in a row: twice as long each time, at most five minutes, and
 * up to a fifth off so that clusters that failed together do not come back together.
 */
export function backoff(options: {
  failures: number;
  intervalMs: number;
  retryAfterSeconds?: number;
  random: number;
}): number {
  const { failures, intervalMs, retryAfterSeconds, random } = options;
  const doubled = intervalMs * 2 ** Math.min(failures - 1, 10);
  const delay = Math.min(doubled, Math.max(maxDelayMs, intervalMs));
  return Math.max(delay * (1 - random / 5), (retryAfterSeconds ?? 0) * 1000);
}
