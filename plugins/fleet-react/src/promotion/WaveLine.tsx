import type { PromotionWave } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { Muted } from '../layout/Muted';
import { ExternalLink } from '../links/ExternalLink';
import { stateColor } from '../state/stateLooks';
import { Age } from '../time/Age';
import { Lasted } from '../time/Lasted';
import { Since } from '../time/Since';
import { TimedText } from '../time/TimedText';
import { waveLooks } from './waveLooks';

/** Props of {@link WaveLine}. @public */
export interface WaveLineProps {
  waves: readonly PromotionWave[];
  /** The clusters of a wave. */
  render(wave: PromotionWave): ReactNode;
}

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
    wave: {
      padding: theme.spacing(0, 2, 0, 0),
      position: 'relative',
      '&:not(:last-child)::before': {
        borderTop: `2px solid ${theme.palette.divider}`,
        content: '""',
        left: 28,
        position: 'absolute',
        right: 6,
        top: 10,
      },
      [theme.breakpoints.down('sm')]: {
        padding: theme.spacing(0, 0, 2.5, 4),
        '&:not(:last-child)::before': {
          borderLeft: `2px solid ${theme.palette.divider}`,
          borderTop: 0,
          bottom: 2,
          left: 10,
          right: 'auto',
          top: 26,
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
      fontSize: theme.typography.pxToRem(14),
      gap: 4,
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
    },
    title: { fontWeight: 600 },
  }),
  { name: 'FleetWaveLine' },
);

/**
 * The waves of a promotion in their order: how each is, its pull request, and its clusters below.
 *
 * @public
 */
export function WaveLine(props: WaveLineProps) {
  const { waves, render } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ol className={classes.line} aria-label="Waves">
      {waves.map((wave, index) => {
        const { icon: Icon, word, state } = waveLooks[wave.state];
        const color = stateColor(theme, state);
        const { pullRequest } = wave;
        return (
          <li
            key={index}
            className={classes.wave}
            aria-current={wave.state === 'rolling-out' ? 'step' : undefined}
          >
            <Icon className={classes.icon} style={{ color }} aria-hidden />
            <div className={classes.words}>
              <span className={classes.title}>{wave.title}</span>
              <span style={{ color }}>{word}</span>
              <Muted>
                <TimedText text={wave.summary} />
                <WaveTimes wave={wave} />
              </Muted>
              {pullRequest && (
                <ExternalLink href={pullRequest.url}>
                  #{pullRequest.number} {pullRequest.title}
                </ExternalLink>
              )}
              {render(wave)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function WaveTimes(props: { wave: PromotionWave }) {
  const { startedAt, endedAt } = props.wave;
  if (startedAt && endedAt) {
    return (
      <>
        {' · '}took <Lasted from={startedAt} to={endedAt} />, ended{' '}
        <Age at={endedAt} />
      </>
    );
  }
  return startedAt ? (
    <>
      {' · '}
      <Since at={startedAt} />
    </>
  ) : null;
}
