import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  claimStepNames,
  type ClaimStepName,
  type ClaimStepState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor } from '../state/stateLooks';
import { Muted } from '../layout/Muted';
import { mutedColor } from '../layout/mutedColor';
import { claimStepWord, stepLooks } from './stepLooks';

/** Props of {@link StepDots}. @public */
export interface StepDotsProps {
  step: ClaimStepName;
  state: ClaimStepState;
  /** Whether the claim makes a cluster, and takes the steps that only such a one takes. */
  makesCluster: boolean;
}

const useStyles = makeStyles(
  {
    progress: { display: 'inline-flex', flexDirection: 'column', gap: 3 },
    dots: { alignItems: 'center', display: 'flex', gap: 3 },
    dot: {
      borderRadius: '50%',
      boxSizing: 'border-box',
      height: 9,
      width: 9,
    },
    now: { height: 13, width: 13 },
  },
  { name: 'FleetStepDots' },
);

/**
 * How far a claim is: a dot for each step that it takes, the one that it is at larger, and its name.
 *
 * @public
 */
export function StepDots(props: StepDotsProps) {
  const { step, state, makesCluster } = props;
  const classes = useStyles();
  const theme = useTheme();
  const steps = stepsOf(makesCluster);
  const now = steps.indexOf(step);
  const { word } = stepLooks[state];
  // What is done is no news.
  const colorOf = (shown: ClaimStepState) =>
    shown === 'done'
      ? mutedColor(theme)
      : stateColor(theme, stepLooks[shown].state);

  return (
    <span className={classes.progress}>
      <span
        className={classes.dots}
        role="img"
        aria-label={`step ${now + 1} of ${steps.length}, ${word}`}
      >
        {steps.map((name, index) => {
          const shown = stateAt(index, now, state);
          const color = colorOf(shown);
          return (
            <span
              key={name}
              className={`${classes.dot} ${index === now ? classes.now : ''}`}
              title={claimStepWord(name)}
              style={
                shown === 'waiting'
                  ? { border: `2px solid ${color}` }
                  : { backgroundColor: color }
              }
            />
          );
        })}
      </span>
      <Muted>
        {claimStepWord(step)}
        {state !== 'done' && `: ${word}`}
      </Muted>
    </span>
  );
}

/** The last three steps are only of claims that make clusters. */
function stepsOf(makesCluster: boolean): readonly ClaimStepName[] {
  return makesCluster ? claimStepNames : claimStepNames.slice(0, 4);
}

function stateAt(
  index: number,
  now: number,
  state: ClaimStepState,
): ClaimStepState {
  if (index === now) {
    return state;
  }
  return index < now ? 'done' : 'waiting';
}
