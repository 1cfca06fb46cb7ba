import { makeStyles, useTheme } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor, stateGround, stateLooks } from './stateLooks';

/** Props of {@link StateBadge}. @public */
export interface StateBadgeProps {
  state: State;
  /** The state in plain words, shown when pointed at. */
  summary?: string;
  size?: 'small' | 'medium';
  /** The fact is old: dimmed. */
  stale?: boolean;
  iconOnly?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    badge: {
      alignItems: 'center',
      borderRadius: 999,
      display: 'inline-flex',
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 600,
      gap: 5,
      lineHeight: 1.4,
      maxWidth: '100%',
      padding: '2px 9px 2px 6px',
      whiteSpace: 'nowrap',
    },
    small: {
      fontSize: theme.typography.pxToRem(12),
      padding: '1px 7px 1px 4px',
    },
    iconOnly: { padding: 0 },
    stale: { filter: 'saturate(0.45)', outline: '1px dashed currentColor' },
    icon: { flexShrink: 0, fontSize: '1.25em' },
    hidden: {
      clipPath: 'inset(50%)',
      height: 1,
      overflow: 'hidden',
      position: 'absolute',
      width: 1,
    },
  }),
  { name: 'FleetStateBadge' },
);

/**
 * A state as word, icon and colour: the same on every screen.
 *
 * @public
 */
export function StateBadge(props: StateBadgeProps) {
  const { state, summary, size = 'medium', stale, iconOnly } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { word, icon: Icon } = stateLooks[state];
  const className = [
    classes.badge,
    size === 'small' && classes.small,
    iconOnly && classes.iconOnly,
    stale && classes.stale,
  ]
    .filter(Boolean)
    .join(' ');

  return (
    <Tooltip title={summary ?? (iconOnly ? word : '')}>
      <span
        className={className}
        style={{
          backgroundColor: iconOnly ? undefined : stateGround(theme, state),
          color: stateColor(theme, state, stale),
        }}
      >
        <Icon className={classes.icon} aria-hidden />
        <span className={iconOnly ? classes.hidden : undefined}>{word}</span>
      </span>
    </Tooltip>
  );
}
