import type { Canary } from '@fleetcommander/backstage-plugin-fleet-common';
import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import { Muted } from '../layout/Muted';
import { stateColor } from '../state/stateLooks';
import { TimedText } from '../time/TimedText';

const useStyles = makeStyles(
  theme => ({
    track: {
      backgroundColor: alpha(theme.palette.text.primary, 0.1),
      borderRadius: 4,
      height: 8,
      margin: theme.spacing(0.5, 0),
      overflow: 'hidden',
    },
    bar: {
      borderRadius: 4,
      height: '100%',
      transition: 'width 400ms',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
  }),
  { name: 'FleetCanaryBar' },
);

/**
 * How much of the traffic a new version gets, of how much it is to get before it is taken over, and what its analysis found.
 *
 * @public
 */
export function CanaryBar(props: { canary: Canary }) {
  const { canary } = props;
  const { name, state, summary, weight = 0, maxWeight = 100 } = canary;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={`Canary ${name}`}
        aria-valuemin={0}
        aria-valuemax={maxWeight}
        aria-valuenow={Math.min(weight, maxWeight)}
        aria-valuetext={`${weight} % of the traffic`}
      >
        <div
          className={classes.bar}
          style={{
            backgroundColor: stateColor(theme, state),
            width: `${(100 * Math.min(weight, maxWeight)) / (maxWeight || 1)}%`,
          }}
        />
      </div>
      <Muted>
        {[`canary: ${weight} % of the traffic`, ...progressWords(canary)].join(
          ', ',
        )}
        {' · '}
        <TimedText text={summary} />
      </Muted>
    </div>
  );
}

function progressWords(canary: Canary): string[] {
  const { step, steps, failedChecks = 0, threshold } = canary;
  const failed =
    threshold === undefined
      ? `${failedChecks}`
      : `${failedChecks} of at most ${threshold}`;
  return [
    ...(step !== undefined && steps ? [`step ${step} of ${steps}`] : []),
    ...(failedChecks > 0 ? [`${failed} checks failed`] : []),
  ];
}
