import type { FreezeEntry } from './FreezeEntry';
import { readCron } from './readCron';
import { instantOf, instantOfWallClock, wallClockOf } from './wallClock';

/** A time in which nothing is promoted. */
export interface FreezeWindow {
  from: Date;
  /** Absent: until it is taken out of Git. */
  until?: Date;
}

const dayMs = 24 * 60 * 60_000;
/** Of one that recurs; the last ones of the range are told. */
const mostWindows = 1000;

/**
 * When an entry freezes within a range, in order; what follows without a gap is one. By the clock on the wall: what lasts from Friday
 * 18:00 for 48 h ends on Sunday at 18:00, though the clock was put back in between and it was 49 h. Of an hour that the clock
 * shows twice a freeze takes both.
 */
export function windowsOf(
  entry: FreezeEntry,
  range: { from: Date; until: Date },
): FreezeWindow[] {
  if (!('cron' in entry)) {
    const { from, until, timeZone } = entry;
    const window = {
      from: instantOf(from, timeZone, 'earlier'),
      until:
        until === undefined ? undefined : instantOf(until, timeZone, 'later'),
    };
    return window.from &&
      window.from <= range.until &&
      (!window.until || window.until > range.from)
      ? [{ from: window.from, until: window.until }]
      : [];
  }
  return joined(recurring(entry, range));
}

function recurring(
  { cron, duration, timeZone }: Extract<FreezeEntry, { cron: string }>,
  range: { from: Date; until: Date },
): Required<FreezeWindow>[] {
  // The search goes back from just after the last moment that counts.
  const last = wallClockOf(new Date(range.until.getTime() + 1), timeZone);
  const read = readCron(cron, new Date(last.getTime() + dayMs));
  const windows: Required<FreezeWindow>[] = [];
  while ('expression' in read && windows.length < mostWindows) {
    const shown = read.expression.prev().toDate();
    const window = {
      from: instantOfWallClock(shown, timeZone, 'earlier'),
      until: instantOfWallClock(
        new Date(shown.getTime() + duration),
        timeZone,
        'later',
      ),
    };
    // What the clock shows can come a while before or after what it showed then.
    if (window.until.getTime() + dayMs < range.from.getTime()) {
      break;
    }
    if (window.until > range.from && window.from <= range.until) {
      windows.unshift(window);
    }
  }
  return windows;
}

function joined(windows: Required<FreezeWindow>[]): Required<FreezeWindow>[] {
  const result: Required<FreezeWindow>[] = [];
  for (const window of windows) {
    const before = result.at(-1);
    if (before && window.from <= before.until) {
      before.until = new Date(
        Math.max(before.until.getTime(), window.until.getTime()),
      );
    } else {
      result.push({ ...window });
    }
  }
  return result;
}
