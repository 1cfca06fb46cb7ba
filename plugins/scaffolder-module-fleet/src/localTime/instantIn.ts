/** When a clock in a time zone shows that, by `Intl`; undefined, where the text is no such time or the zone is not known. */
export function instantIn(text: string, timeZone: string): Date | undefined {
  const shown = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)
    ? Date.parse(`${text.slice(0, 16)}Z`)
    : NaN;
  if (Number.isNaN(shown)) {
    return undefined;
  }
  try {
    // The clock is off by what it is off at about that time; once more, for the hour in which that changes.
    const first = shown - offsetAt(shown, timeZone);
    return new Date(shown - offsetAt(first, timeZone));
  } catch {
    return undefined;
  }
}

/** By how many milliseconds the clock is ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const [year, month, day, hour, minute] = [
    'year',
    'month',
    'day',
    'hour',
    'minute',
  ].map(type => Number(parts.find(part => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, hour, minute) - instant;
}
