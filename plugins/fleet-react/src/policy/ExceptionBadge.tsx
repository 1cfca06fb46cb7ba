import { useTheme } from '@material-ui/core/styles';
import type { PolicyException } from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor, stateGround } from '../state/stateLooks';
import { useBadgeStyles } from '../state/useBadgeStyles';
import { exceptionLooks } from './exceptionLooks';

/** Props of {@link ExceptionBadge}. @public */
export interface ExceptionBadgeProps {
  state: PolicyException['state'];
  /** The fact is old: dimmed. */
  stale?: boolean;
}

/**
 * How an exception is, as word, icon and colour.
 *
 * @public
 */
export function ExceptionBadge(props: ExceptionBadgeProps) {
  const { state, stale } = props;
  const classes = useBadgeStyles();
  const theme = useTheme();
  const { icon: Icon, word, state: lends } = exceptionLooks[state];
  return (
    <span
      className={`${classes.badge} ${stale ? classes.stale : ''}`}
      style={{
        backgroundColor: stateGround(theme, lends),
        color: stateColor(theme, lends, stale),
      }}
    >
      <Icon className={classes.icon} aria-hidden />
      {word}
    </span>
  );
}
