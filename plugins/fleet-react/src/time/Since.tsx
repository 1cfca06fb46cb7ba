import { useNow } from '../hooks/useNow';
import { formatDuration, formatMoment } from './formatTime';

/**
 * For how long something has been so: `for 18 min`. Nothing when that is not known.
 *
 * @public
 */
export function Since(props: { at?: string }) {
  const { at } = props;
  const now = useNow();
  if (!at) {
    return null;
  }
  return (
    <time dateTime={at} title={formatMoment(at)}>
      for {formatDuration(now - Date.parse(at))}
    </time>
  );
}
