import { formatMoment } from './formatTime';

/**
 * When something was or will be, on the clock of a time zone, which is named: `30 Nov 2026, 18:00 Europe/Vienna`. The viewer's own
 * time is shown when pointed at.
 *
 * @public
 */
export function ZonedMoment(props: { at: string; timeZone: string }) {
  const { at, timeZone } = props;
  return (
    <time dateTime={at} title={`${formatMoment(at)} where you are`}>
      {formatIn(timeZone, at)}
    </time>
  );
}

/** In UTC where the browser does not know the zone. */
function formatIn(timeZone: string, at: string): string {
  const format = (zone: string) =>
    `${new Intl.DateTimeFormat(undefined, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: zone,
    }).format(new Date(at))} ${zone}`;
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
