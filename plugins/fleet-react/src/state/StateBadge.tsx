import { useTheme } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor, stateGround, stateLooks } from './stateLooks';
import { useBadgeStyles } from './useBadgeStyles';

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

/**
 * A state as word, icon and colour: the same on every screen.
 *
 * @public
 */
export function StateBadge(props: StateBadgeProps) {
  const { state, summary, size = 'medium', stale, iconOnly } = props;
  const classes = useBadgeStyles();
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
