import { useNow } from '../hooks/useNow';
import { formatDuration, formatMoment } from './formatTime';

/**
 * How long it is until something is expected: `in 8 min`, or `8 min overdue`.
 *
 * @public
 */
export function Until(props: { at: string }) {
  const { at } = props;
  const left = Date.parse(at) - useNow();
  return (
    <time dateTime={at} title={formatMoment(at)}>
      {left >= 0
        ? `in ${formatDuration(left)}`
        : `${formatDuration(-left)} overdue`}
    </time>
  );
}
