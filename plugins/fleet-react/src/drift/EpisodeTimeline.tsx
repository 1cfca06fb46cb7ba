import type { DriftSeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { mutedColor } from '../layout/mutedColor';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import {
  formatDuration,
  formatMoment,
  formatTimeOfDay,
} from '../time/formatTime';
import { severityColor } from './severityLooks';

/** A time during which something was so. @public */
export interface Episode {
  since: string;
  /** It goes on when absent. */
  endedAt?: string;
}

/** One line of {@link EpisodeTimeline}. @public */
export interface EpisodeRow {
  key: string;
  title: ReactNode;
  severity: DriftSeverity;
  episodes: readonly Episode[];
}

/** Props of {@link EpisodeTimeline}. @public */
export interface EpisodeTimelineProps {
  label: string;
  rows: readonly EpisodeRow[];
  /** What is older is cut off. */
  from: string;
  to: string;
}

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexDirection: 'column',
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    row: {
      alignItems: 'center',
      borderBottom: `1px solid ${theme.palette.divider}`,
      display: 'grid',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(0.5, 2),
      gridTemplateColumns: 'minmax(180px, 2fr) minmax(0, 3fr)',
      padding: theme.spacing(0.75, 0),
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    title: { minWidth: 0, overflowWrap: 'anywhere' },
    track: {
      backgroundColor: alpha(theme.palette.text.primary, 0.06),
      borderRadius: 4,
      height: 14,
      position: 'relative',
    },
    bar: {
      borderRadius: 3,
      bottom: 1,
      minWidth: 4,
      position: 'absolute',
      top: 1,
    },
    ends: {
      color: mutedColor(theme),
      display: 'flex',
      fontSize: theme.typography.pxToRem(12),
      justifyContent: 'space-between',
    },
  }),
  { name: 'FleetEpisodeTimeline' },
);

/**
 * When each thing was so, on one line of time.
 *
 * @public
 */
export function EpisodeTimeline(props: EpisodeTimelineProps) {
  const { label, rows, from, to } = props;
  const classes = useStyles();
  const theme = useTheme();
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const share = (at: number) =>
    (100 * (Math.min(Math.max(at, start), end) - start)) / (end - start);

  return (
    <div>
      <div className={classes.row}>
        <span />
        <div className={classes.ends}>
          <span>{formatTimeOfDay(from)}</span>
          <span>now</span>
        </div>
      </div>
      <ol className={classes.list} aria-label={label}>
        {rows.map(({ key, title, severity, episodes }) => (
          <li key={key} className={classes.row}>
            <div className={classes.title}>{title}</div>
            <div className={classes.track}>
              {episodes.map(episode => {
                const since = Date.parse(episode.since);
                const until = episode.endedAt
                  ? Date.parse(episode.endedAt)
                  : end;
                return (
                  until > start && (
                    <span
                      key={episode.since}
                      className={classes.bar}
                      title={wordsOf(episode, end)}
                      style={{
                        backgroundColor: severityColor(theme, severity),
                        left: `min(${share(since)}%, 100% - 4px)`,
                        width: `${share(until) - share(since)}%`,
                      }}
                    >
                      <VisuallyHidden>{wordsOf(episode, end)}</VisuallyHidden>
                    </span>
                  )
                );
              })}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

function wordsOf({ since, endedAt }: Episode, now: number): string {
  const lasted = formatDuration(
    (endedAt ? Date.parse(endedAt) : now) - Date.parse(since),
  );
  return `${formatMoment(since)}, ${
    endedAt ? `for ${lasted}` : `open for ${lasted}`
  }. `;
}
