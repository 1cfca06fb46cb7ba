import { useNow } from '../hooks/useNow';
import { formatDuration, formatMoment } from './formatTime';

/**
 * How long it is until something is expected: `ready in 8 min`, or `8 min overdue`.
 *
 * @public
 */
export function Until(props: { at: string; what: string }) {
  const { at, what } = props;
  const left = Date.parse(at) - useNow();
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {left >= 0
        ? `${what} in ${formatDuration(left)}`
        : `${formatDuration(-left)} overdue`}
    </time>
  );
}
