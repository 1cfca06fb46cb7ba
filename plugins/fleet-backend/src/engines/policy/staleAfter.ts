const hourMs = 3_600_000;

/**
 * From when on what was told at a time is old. To the hour, so that an engine which looks each minute does not say something else
 * each time.
 */
export function staleAfter(
  at: string | undefined,
  hours: number,
): string | undefined {
  const told = Date.parse(at ?? '');
  return Number.isNaN(told)
    ? undefined
    : new Date(
        Math.ceil((told + hours * hourMs) / hourMs) * hourMs,
      ).toISOString();
}
