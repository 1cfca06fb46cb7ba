import { formatDuration } from './formatTime';

/**
 * A length of time: `18 min`.
 *
 * @public
 */
export function Duration(props: { seconds: number }) {
  return <>{formatDuration(props.seconds * 1_000)}</>;
}
