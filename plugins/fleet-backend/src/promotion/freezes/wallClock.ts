import { DateTime, IANAZone } from 'luxon';

/** Whether it is the name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/**
 * When a clock on the wall of a time zone shows that, or when it is, where the text says its own offset. An hour that the clock shows
 * twice has two; one that it leaves out is as if it had not been put forward. Undefined where the text is no time.
 */
export function instantOf(
  text: string,
  timeZone: string,
  which: 'earlier' | 'later',
): Date | undefined {
  const read = DateTime.fromISO(text.trim().replace(' ', 'T'), {
    zone: timeZone,
  });
  if (!read.isValid) {
    return undefined;
  }
  const saysOffset = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(
    text.trim().slice('2026-11-27'.length),
  );
  return saysOffset ? read.toJSDate() : instantAt(read, which);
}

/** As a time in UTC that shows what the clock on the wall does. */
export function wallClockOf(instant: Date, timeZone: string): Date {
  return DateTime.fromJSDate(instant, { zone: timeZone })
    .setZone('UTC', { keepLocalTime: true })
    .toJSDate();
}

/** When the clock on the wall shows what a time in UTC does. */
export function instantOfWallClock(
  shown: Date,
  timeZone: string,
  which: 'earlier' | 'later',
): Date {
  return instantAt(
    DateTime.fromJSDate(shown, { zone: 'UTC' }).setZone(timeZone, {
      keepLocalTime: true,
    }),
    which,
  );
}

function instantAt(read: DateTime, which: 'earlier' | 'later'): Date {
  const times = read.getPossibleOffsets().map(one => one.toMillis());
  return new Date(
    which === 'earlier' ? Math.min(...times) : Math.max(...times),
  );
}
