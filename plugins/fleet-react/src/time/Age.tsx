import { makeStyles } from '@material-ui/core/styles';
import { useNow } from '../hooks/useNow';
import { mutedColor } from '../layout/mutedColor';
import { formatDuration, formatMoment } from './formatTime';
import { TimedText } from './TimedText';

/** Props of {@link Age}. @public */
export interface AgeProps {
  /** ISO 8601; `never` is shown without it. */
  at?: string;
  stale?: boolean;
  /** Why it is old. */
  reason?: string;
  /** Stands before the age. */
  prefix?: string;
}

const useStyles = makeStyles(
  theme => ({
    age: { color: mutedColor(theme), fontVariantNumeric: 'tabular-nums' },
    stale: { fontStyle: 'italic' },
  }),
  { name: 'FleetAge' },
);

/**
 * How long ago something was so: `31 s ago`, or `2 h old: unreachable since 14:02`.
 *
 * @public
 */
export function Age(props: AgeProps) {
  const { at, stale, reason, prefix } = props;
  const classes = useStyles();
  const now = useNow();
  const lead = prefix ? `${prefix} ` : '';
  const because = reason && <TimedText text={`: ${reason}`} />;

  if (!at) {
    return (
      <span className={`${classes.age} ${classes.stale}`}>
        {lead}never{because}
      </span>
    );
  }
  const duration = formatDuration(now - Date.parse(at));
  return (
    <span className={`${classes.age} ${stale ? classes.stale : ''}`}>
      <time dateTime={at} title={formatMoment(at)}>
        {`${lead}${duration} ${stale ? 'old' : 'ago'}`}
      </time>
      {stale && because}
    </span>
  );
}
