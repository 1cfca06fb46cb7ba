import { PlainButton } from './PlainButton';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import Autorenew from '@material-ui/icons/Autorenew';
import Code from '@material-ui/icons/Code';
import GetApp from '@material-ui/icons/GetApp';
import Pause from '@material-ui/icons/Pause';
import PlayArrow from '@material-ui/icons/PlayArrow';
import Refresh from '@material-ui/icons/Refresh';
import { type ReactNode, useState } from 'react';
import useMountedState from 'react-use/esm/useMountedState';

/** Props of {@link ActionButton}. @public */
export interface ActionButtonProps {
  children: ReactNode;
  /** Busy while the promise runs. It handles its own errors. */
  onClick(): void | Promise<unknown>;
  icon?: keyof typeof icons;
  /** Why it cannot be done now; the button does nothing and says so when pointed at or focused. */
  disabledReason?: string;
  primary?: boolean;
  size?: 'small' | 'medium';
}

const icons = {
  reconcile: Autorenew,
  suspend: Pause,
  resume: PlayArrow,
  refresh: Refresh,
  code: Code,
  download: GetApp,
};

const useStyles = makeStyles(
  {
    blocked: { borderStyle: 'dashed', cursor: 'not-allowed', opacity: 0.7 },
  },
  { name: 'FleetActionButton' },
);

/**
 * A button that does something, and says when it cannot and why.
 *
 * @public
 */
export function ActionButton(props: ActionButtonProps) {
  const { children, onClick, icon, disabledReason, primary, size } = props;
  const classes = useStyles();
  const [busy, setBusy] = useState(false);
  const isMounted = useMountedState();
  const Icon = icon && icons[icon];
  const blocked = disabledReason !== undefined;

  const run = async () => {
    setBusy(true);
    try {
      await onClick();
    } finally {
      if (isMounted()) {
        setBusy(false);
      }
    }
  };

  let startIcon = Icon && <Icon />;
  if (busy) {
    startIcon = <CircularProgress size={16} color="inherit" aria-hidden />;
  }
  return (
    <Tooltip title={disabledReason ?? ''}>
      <PlainButton
        variant={primary ? 'contained' : 'outlined'}
        color={primary ? 'primary' : 'default'}
        size={size}
        className={blocked ? classes.blocked : undefined}
        aria-disabled={blocked || busy}
        startIcon={startIcon}
        onClick={blocked || busy ? undefined : run}
      >
        {children}
      </PlainButton>
    </Tooltip>
  );
}
