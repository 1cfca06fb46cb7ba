import { alpha, makeStyles } from '@material-ui/core/styles';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { mutedColor } from '../layout/mutedColor';

/** One day of {@link DayChart}. @public */
export interface ChartDay {
  /** Any moment of it, in ISO 8601. */
  at: string;
  count: number;
}

const useStyles = makeStyles(
  theme => ({
    days: {
      alignItems: 'flex-end',
      display: 'flex',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      overflowX: 'auto',
      padding: 0,
    },
    day: {
      color: mutedColor(theme),
      flex: '1 0 34px',
      maxWidth: 96,
      fontSize: theme.typography.pxToRem(12),
      textAlign: 'center',
      whiteSpace: 'nowrap',
    },
    count: {
      color: theme.palette.text.primary,
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 600,
    },
    bar: {
      backgroundColor: alpha(theme.palette.text.primary, 0.3),
      borderRadius: '3px 3px 0 0',
      minHeight: 1,
    },
  }),
  { name: 'FleetDayChart' },
);

const highest = 96;
const days = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
});

/**
 * How many there were day by day.
 *
 * @public
 */
export function DayChart(props: { label: string; days: readonly ChartDay[] }) {
  const classes = useStyles();
  const most = Math.max(...props.days.map(({ count }) => count), 1);
  return (
    <ol className={classes.days} aria-label={props.label}>
      {props.days.map(({ at, count }) => (
        <li key={at} className={classes.day}>
          <span className={classes.count}>{count.toLocaleString()}</span>
          <VisuallyHidden> on </VisuallyHidden>
          <div
            className={classes.bar}
            style={{ height: (highest * count) / most }}
            aria-hidden
          />
          <time dateTime={at}>{days.format(new Date(at))}</time>
        </li>
      ))}
    </ol>
  );
}
