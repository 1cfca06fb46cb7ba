import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ClaimStep } from '@fleetcommander/backstage-plugin-fleet-common';
import { ExternalLink } from '../links/ExternalLink';
import { Muted } from '../layout/Muted';
import { Text } from '../layout/Text';
import { stateColor } from '../state/stateLooks';
import { TimedText } from '../time/TimedText';
import { StepItems } from './StepItems';
import { stepLooks } from './stepLooks';
import { StepTimes } from './StepTimes';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'grid',
      gridAutoColumns: 'minmax(0, 1fr)',
      gridAutoFlow: 'column',
      listStyle: 'none',
      margin: 0,
      padding: 0,
      [theme.breakpoints.down('sm')]: { gridAutoFlow: 'row' },
    },
    step: {
      padding: theme.spacing(0, 1.5, 0, 0),
      position: 'relative',
      '&:not(:last-child)::before': {
        borderTop: `2px solid ${theme.palette.divider}`,
        content: '""',
        left: 26,
        position: 'absolute',
        right: 4,
        top: 10,
      },
      [theme.breakpoints.down('sm')]: {
        padding: theme.spacing(0, 0, 2, 4),
        '&:not(:last-child)::before': {
          borderLeft: `2px solid ${theme.palette.divider}`,
          borderTop: 0,
          bottom: 2,
          left: 10,
          right: 'auto',
          top: 24,
        },
        '&:last-child': { paddingBottom: 0 },
      },
    },
    icon: {
      display: 'block',
      fontSize: 22,
      marginBottom: theme.spacing(0.5),
      [theme.breakpoints.down('sm')]: { left: 0, position: 'absolute', top: 0 },
    },
    words: {
      display: 'flex',
      flexDirection: 'column',
      fontSize: theme.typography.pxToRem(13),
      gap: 2,
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
    },
    title: { fontSize: theme.typography.pxToRem(14), fontWeight: 600 },
  }),
  { name: 'FleetStepLine' },
);

/**
 * The steps of a claim in their order, each with its evidence and its times: side by side, or one below the other where it is narrow.
 *
 * @public
 */
export function StepLine(props: { steps: readonly ClaimStep[] }) {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ol className={classes.line} aria-label="Steps">
      {props.steps.map(step => {
        const { word, icon: Icon, state } = stepLooks[step.state];
        const color = stateColor(theme, state);
        return (
          <li
            key={step.step}
            className={classes.step}
            aria-current={step.state === 'active' ? 'step' : undefined}
          >
            <Icon className={classes.icon} style={{ color }} aria-hidden />
            <div className={classes.words}>
              <span className={classes.title}>{step.title}</span>
              <span style={{ color }}>{word}</span>
              <StepTimes step={step} />
              {step.summary && (
                <Muted>
                  <Text variant="small" lines={6}>
                    <TimedText text={step.summary} />
                  </Text>
                </Muted>
              )}
              {step.links.map(({ title, url }) => (
                <ExternalLink key={url} href={url}>
                  {title}
                </ExternalLink>
              ))}
              {step.items.length > 0 && <StepItems items={step.items} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
