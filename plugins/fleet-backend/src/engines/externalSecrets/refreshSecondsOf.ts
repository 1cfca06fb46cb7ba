import { fieldsOf, textOf, type Fields } from '../fields';
import { parseGoDuration } from '../parseGoDuration';

const hour = 3600;

/**
 * How often a secret is brought again. Not by time: once, or when its object changes, or with an interval of zero; and where windows
 * say when it may be, nothing is late outside of them.
 */
export function refreshSecondsOf(spec: Fields): number | undefined {
  const { refreshPolicy, refreshInterval, syncWindows } = spec;
  if (
    refreshPolicy === 'CreatedOnce' ||
    refreshPolicy === 'OnChange' ||
    Object.keys(fieldsOf(syncWindows)).length > 0
  ) {
    return undefined;
  }
  const interval = textOf(refreshInterval);
  const seconds = interval === undefined ? hour : parseGoDuration(interval);
  return seconds ? Math.round(seconds) : undefined;
}
