import { useMemo, useState } from 'react';
import { PlainButton } from '../actions/PlainButton';
import { scrollable } from '../layout/scrollable';
import { Text } from '../layout/Text';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { alignLines, type LinePair } from './alignLines';
import { foldEqualLines } from './foldEqualLines';
import { useSideStyles } from './useSideStyles';

/** Two texts beside each other, line by line. What differs has a sign and a ground; equal lines far from it are folded away. */
export function SideBySide(props: {
  title: string;
  desired: { title: string; text: string };
  live: { title: string; text: string };
}) {
  const { title, desired, live } = props;
  const classes = useSideStyles();
  const [all, setAll] = useState(false);
  const pairs = useMemo(
    () => alignLines(desired.text, live.text),
    [desired.text, live.text],
  );
  const folded = useMemo(() => foldEqualLines(pairs), [pairs]);
  const blocks = all ? [{ pairs }] : folded;

  return (
    <div className={classes.box}>
      <div className={classes.head}>
        <Text variant="strong">{title}</Text>
        {folded.some(block => 'hidden' in block) && (
          <PlainButton
            size="small"
            aria-pressed={all}
            onClick={() => setAll(!all)}
          >
            {all ? 'Only what differs' : 'All lines'}
          </PlainButton>
        )}
      </div>
      <div
        className={classes.scroll}
        role="region"
        aria-label={title}
        {...scrollable}
      >
        <table className={classes.lines}>
          <thead>
            <tr>
              {[
                { sign: '−', side: desired },
                { sign: '+', side: live },
              ].map(({ sign, side }) => (
                <th key={sign} scope="col">
                  <span className={classes.legend} aria-hidden>
                    {sign}
                  </span>
                  {side.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blocks.map((block, index) =>
              'hidden' in block ? (
                <tr key={`hidden-${index}`}>
                  <td colSpan={2} className={classes.hidden}>
                    {block.hidden === 1
                      ? '1 equal line'
                      : `${block.hidden} equal lines`}
                  </td>
                </tr>
              ) : (
                block.pairs.map(pair => (
                  <Line
                    key={`${pair.left?.number}-${pair.right?.number}`}
                    pair={pair}
                  />
                ))
              ),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Line(props: { pair: LinePair }) {
  const { left, right, differs } = props.pair;
  const classes = useSideStyles();
  const both = [
    { line: left, sign: '−', words: 'desired: ', ground: classes.desired },
    { line: right, sign: '+', words: 'live: ', ground: classes.live },
  ];
  return (
    <tr>
      {both.map(({ line, sign, words, ground }) => (
        <td
          key={sign}
          className={[
            classes.side,
            differs && (line ? ground : classes.absent),
            !differs && sign === '+' && classes.repeated,
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {differs && line && (
            <>
              <span className={classes.sign} aria-hidden>
                {sign}
              </span>
              <VisuallyHidden>{words}</VisuallyHidden>
            </>
          )}
          {line?.text}
        </td>
      ))}
    </tr>
  );
}
