/** The time so many seconds after another; nothing of nothing. */
export function after(
  time: string | undefined,
  seconds: number,
): string | undefined {
  const start = Date.parse(time ?? '');
  return Number.isNaN(start)
    ? undefined
    : new Date(start + seconds * 1_000).toISOString();
}
