import { alpha, makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { mutedColor } from '../layout/mutedColor';

/** A day of {@link MonthGrid}. @public */
export interface MonthDay {
  /** Its midnight, where the viewer is. */
  date: Date;
  /** Whether it is of the month that is shown, not of those around it. */
  inside: boolean;
}

/** Props of {@link MonthGrid}. @public */
export interface MonthGridProps {
  /** Says which month it is. */
  label: string;
  /** Whole weeks, in order. */
  days: readonly MonthDay[];
  /** Midnight of the day that is now. */
  today: Date;
  /** What there is to say of a day; nothing of most. */
  render(day: MonthDay): ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    table: { borderCollapse: 'collapse', tableLayout: 'fixed', width: '100%' },
    head: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 600,
      padding: theme.spacing(0.5),
      textAlign: 'left',
    },
    day: {
      border: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(12),
      height: 74,
      overflow: 'hidden',
      padding: theme.spacing(0.5),
      verticalAlign: 'top',
      [theme.breakpoints.down('xs')]: { height: 48, padding: 2 },
    },
    outside: {
      backgroundColor: alpha(theme.palette.text.primary, 0.03),
      color: mutedColor(theme),
    },
    number: { fontVariantNumeric: 'tabular-nums' },
    today: {
      border: `2px solid ${theme.palette.text.primary}`,
      borderRadius: 999,
      fontWeight: 700,
      padding: '0 5px',
    },
  }),
  { name: 'FleetMonthGrid' },
);

const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/**
 * A month as a table of weeks.
 *
 * @public
 */
export function MonthGrid(props: MonthGridProps) {
  const { label, days, today, render } = props;
  const classes = useStyles();
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {weeks[0].map(({ date }) => (
            <th key={date.getDay()} scope="col" className={classes.head}>
              {weekday.format(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week[0].date.getTime()}>
            {week.map(day => (
              <td
                key={day.date.getTime()}
                className={`${classes.day} ${
                  day.inside ? '' : classes.outside
                }`}
              >
                <time
                  dateTime={isoDay(day.date)}
                  title={whole.format(day.date)}
                  className={`${classes.number} ${
                    day.date.getTime() === today.getTime() ? classes.today : ''
                  }`}
                >
                  {day.date.getDate()}
                </time>
                {render(day)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isoDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(
    date.getDate(),
  )}`;
}
