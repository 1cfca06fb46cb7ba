import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { Transition } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted } from '../layout/Muted';
import { InternalLink } from '../links/InternalLink';
import { StateBadge } from '../state/StateBadge';
import { stateColor } from '../state/stateLooks';
import { Age } from '../time/Age';

/** Props of {@link Timeline}. @public */
export interface TimelineProps {
  /** Newest first. */
  transitions: readonly Transition[];
  linkTo?(transition: Transition): string | undefined;
  /** Names what changed; for a timeline of several things. */
  showName?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      borderLeft: `2px solid ${theme.palette.divider}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      marginLeft: 6,
      overflowWrap: 'anywhere',
      padding: theme.spacing(0, 0, 2, 2.5),
      position: 'relative',
      '&:last-child': { paddingBottom: 0 },
    },
    dot: {
      border: `2px solid ${theme.palette.background.paper}`,
      borderRadius: '50%',
      height: 10,
      left: -8,
      position: 'absolute',
      top: 4,
      width: 10,
    },
    line: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 1),
    },
  }),
  { name: 'FleetTimeline' },
);

/**
 * What changed, newest first.
 *
 * @public
 */
export function Timeline(props: TimelineProps) {
  const { transitions, linkTo, showName } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <ol className={classes.list}>
      {transitions.map(transition => {
        const { id, name, from, to, at, summary } = transition;
        const { fromVersion, toVersion } = transition;
        const cluster = transition.targetCluster ?? transition.cluster;
        const where = showName ? `${name} on ${cluster}` : cluster;
        const link = linkTo?.(transition);
        return (
          <li key={id} className={classes.item}>
            <span
              className={classes.dot}
              style={{ backgroundColor: stateColor(theme, to) }}
            />
            <div className={classes.line}>
              {from && from !== to && (
                <>
                  <StateBadge state={from} size="small" iconOnly />
                  <span aria-label="became">→</span>
                </>
              )}
              <StateBadge state={to} size="small" />
              {toVersion && toVersion !== fromVersion && (
                <strong>
                  {fromVersion ? `${fromVersion} → ${toVersion}` : toVersion}
                </strong>
              )}
              {link ? <InternalLink to={link}>{where}</InternalLink> : where}
              <Age at={at} />
            </div>
            <Muted>{summary}</Muted>
          </li>
        );
      })}
    </ol>
  );
}
