/** The middle of what earlier ones took; undefined of none. */
export function medianSeconds(seconds: readonly number[]): number | undefined {
  if (seconds.length === 0) {
    return undefined;
  }
  const sorted = [...seconds].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : Math.round((sorted[middle - 1] + sorted[middle]) / 2);
}
