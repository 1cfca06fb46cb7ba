import { formatDuration } from './formatTime';

/**
 * How long something was so: `18 min`.
 *
 * @public
 */
export function Lasted(props: { from: string; to: string }) {
  const { from, to } = props;
  return <>{formatDuration(Date.parse(to) - Date.parse(from))}</>;
}
