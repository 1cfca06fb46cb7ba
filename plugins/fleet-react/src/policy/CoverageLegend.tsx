import { makeStyles } from '@material-ui/core/styles';
import { coverageStates } from '@fleetcommander/backstage-plugin-fleet-common';
import { mutedColor } from '../layout/mutedColor';
import { CoverageBadge } from './CoverageBadge';
import { coverageLooks } from './coverageLooks';

const useStyles = makeStyles(
  theme => ({
    legend: {
      color: mutedColor(theme),
      display: 'flex',
      flexWrap: 'wrap',
      fontSize: theme.typography.pxToRem(13),
      gap: theme.spacing(0.75, 2.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  }),
  { name: 'FleetCoverageLegend' },
);

/**
 * What the signs of the coverage mean.
 *
 * @public
 */
export function CoverageLegend() {
  const classes = useStyles();
  return (
    <ul className={classes.legend} aria-label="What the signs mean">
      {coverageStates.map(state => (
        <li key={state}>
          <CoverageBadge state={state} /> {coverageLooks[state].meaning}
        </li>
      ))}
      <li>A border: less than the baseline demands</li>
    </ul>
  );
}
