import { alpha, makeStyles, useTheme } from '@material-ui/core/styles';
import CheckCircle from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import Info from '@material-ui/icons/Info';
import Warning from '@material-ui/icons/Warning';
import type { State } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ReactNode } from 'react';
import { stateColor } from '../state/stateLooks';

/** Props of {@link Notice}. @public */
export interface NoticeProps {
  severity: 'info' | 'warning' | 'error' | 'success';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

const icons = {
  info: Info,
  warning: Warning,
  error: ErrorIcon,
  success: CheckCircle,
};

const colors: Record<NoticeProps['severity'], State> = {
  info: 'progressing',
  warning: 'degraded',
  error: 'failing',
  success: 'healthy',
};

const useStyles = makeStyles(
  theme => ({
    notice: {
      alignItems: 'flex-start',
      borderLeft: '4px solid',
      borderRadius: 4,
      display: 'flex',
      flexWrap: 'wrap',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(1, 1.5),
      lineHeight: 1.5,
      padding: theme.spacing(1.25, 2),
    },
    icon: { fontSize: '1.35rem' },
    words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
    title: { fontWeight: 600 },
  }),
  { name: 'FleetNotice' },
);

/**
 * Something that the reader of a screen should know before its content.
 *
 * @public
 */
export function Notice(props: NoticeProps) {
  const { severity, title, children, action } = props;
  const classes = useStyles();
  const color = stateColor(useTheme(), colors[severity]);
  const Icon = icons[severity];
  return (
    <div
      className={classes.notice}
      style={{ backgroundColor: alpha(color, 0.09), borderLeftColor: color }}
      role={severity === 'error' ? 'alert' : 'status'}
    >
      <Icon className={classes.icon} style={{ color }} aria-hidden />
      <div className={classes.words}>
        {title && <div className={classes.title}>{title}</div>}
        {children}
      </div>
      {action}
    </div>
  );
}
