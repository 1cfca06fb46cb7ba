import { formatMoment } from './formatTime';

/**
 * When something was, in the viewer's own words and time zone.
 *
 * @public
 */
export function Moment(props: { at: string }) {
  return <time dateTime={props.at}>{formatMoment(props.at)}</time>;
}
