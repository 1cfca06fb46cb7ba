import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  type State,
  statesByUrgency,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { InternalLink } from '../links/InternalLink';
import { mutedColor } from '../layout/mutedColor';
import { stateColor, stateLooks } from './stateLooks';

/** Props of {@link StateCounts}. @public */
export interface StateCountsProps {
  counts: Partial<Record<string, number>>;
  /** What is counted, in the plural. */
  label: string;
  /** The list that a number counts. */
  linkTo?(state: State): string;
}

const useStyles = makeStyles(
  theme => ({
    counts: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      fontSize: theme.typography.pxToRem(13),
      gap: '2px 10px',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      verticalAlign: 'middle',
      '& > li, & a': { display: 'flex' },
    },
    count: {
      alignItems: 'center',
      display: 'inline-flex',
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 600,
      gap: 3,
      color: 'inherit',
    },
    icon: { fontSize: '1.15em' },
    quiet: { color: mutedColor(theme), fontWeight: 400 },
  }),
  { name: 'FleetStateCounts' },
);

/**
 * How many are in each state, worst first; the healthy ones stay quiet.
 *
 * @public
 */
export function StateCounts(props: StateCountsProps) {
  const { counts, label, linkTo } = props;
  const classes = useStyles();
  const theme = useTheme();
  const present = statesByUrgency.filter(state => counts[state]);

  if (present.length === 0) {
    return <span className={classes.quiet}>no {label}</span>;
  }
  return (
    <ul className={classes.counts}>
      {present.map(state => {
        const { word, icon: Icon } = stateLooks[state];
        const quiet = state === 'healthy';
        const number = (
          <span
            className={`${classes.count} ${quiet ? classes.quiet : ''}`}
            style={quiet ? undefined : { color: stateColor(theme, state) }}
          >
            <Icon className={classes.icon} aria-hidden />
            {counts[state]?.toLocaleString()}
          </span>
        );
        const title = `${counts[state]} ${label} ${word}`;
        return (
          <li key={state} title={title}>
            {linkTo ? (
              <InternalLink to={linkTo(state)} title={title}>
                {number}
              </InternalLink>
            ) : (
              number
            )}
          </li>
        );
      })}
    </ul>
  );
}
