import { useTheme } from '@material-ui/core/styles';
import type { PolicySeverity } from '@fleetcommander/backstage-plugin-fleet-common';
import { useBadgeStyles } from '../state/useBadgeStyles';
import { severityColor, severityGround, severityLooks } from './severityLooks';

/**
 * How much something needs a person, as word, icon and colour.
 *
 * @public
 */
export function SeverityBadge(props: {
  severity: PolicySeverity;
  /** The verdict is old: dimmed. */
  stale?: boolean;
}) {
  const { severity, stale } = props;
  const classes = useBadgeStyles();
  const theme = useTheme();
  const { icon: Icon } = severityLooks[severity];
  return (
    <span
      className={`${classes.badge} ${stale ? classes.stale : ''}`}
      style={{
        backgroundColor: severityGround(theme, severity),
        color: severityColor(theme, severity),
      }}
    >
      <Icon className={classes.icon} aria-hidden />
      {severity}
    </span>
  );
}
