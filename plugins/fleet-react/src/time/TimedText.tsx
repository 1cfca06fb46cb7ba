import { useMemo } from 'react';
import { formatMoment, formatTimeOfDay } from './formatTime';

const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g;

/**
 * A sentence of the backend, with the moments in it as the viewer's clock has them: `not read since 14:02`.
 *
 * @public
 */
export function TimedText(props: { text: string }) {
  const { text } = props;
  const parts = useMemo(
    () => ({ words: text.split(moment), moments: text.match(moment) ?? [] }),
    [text],
  );
  return (
    <>
      {parts.words.map((words, index) => {
        const at = parts.moments[index];
        return [
          words,
          at && (
            <time key={index} dateTime={at} title={formatMoment(at)}>
              {formatTimeOfDay(at)}
            </time>
          ),
        ];
      })}
    </>
  );
}
