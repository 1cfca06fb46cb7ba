import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import { useTheme } from '@material-ui/core/styles';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import type { ComponentType } from 'react';
import { stateColor, stateGround } from '../state/stateLooks';
import { useBadgeStyles } from '../state/useBadgeStyles';

/** How something looks: its word, its icon, and the state that lends its colour. */
export interface Look {
  word: string;
  icon: ComponentType<SvgIconProps>;
  state: State;
}

/** A word with its icon and colour. */
export function LookBadge(props: { look: Look; iconOnly?: boolean }) {
  const { look, iconOnly } = props;
  const { icon: Icon, word, state } = look;
  const classes = useBadgeStyles();
  const theme = useTheme();
  return (
    <span
      className={`${classes.badge} ${classes.small} ${
        iconOnly ? classes.iconOnly : ''
      }`}
      style={{
        backgroundColor: iconOnly ? undefined : stateGround(theme, state),
        color: stateColor(theme, state),
      }}
    >
      <Icon className={classes.icon} aria-hidden />
      <span className={iconOnly ? classes.hidden : undefined}>{word}</span>
    </span>
  );
}
