import MuiDrawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Close from '@material-ui/icons/Close';
import { type ReactNode, useId } from 'react';
import { mutedColor } from './mutedColor';

/** Props of {@link Drawer}. @public */
export interface DrawerProps {
  open: boolean;
  title: ReactNode;
  subtitle?: ReactNode;
  onClose(): void;
  actions?: ReactNode;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    paper: {
      backgroundColor: theme.palette.background.default,
      width: 'min(760px, 100vw)',
    },
    head: {
      backgroundColor: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2, 3),
    },
    heading: {
      alignItems: 'flex-start',
      display: 'flex',
      justifyContent: 'space-between',
    },
    title: {
      fontSize: theme.typography.pxToRem(20),
      fontWeight: 600,
      letterSpacing: 0,
      lineHeight: 1.3,
      margin: 0,
      overflowWrap: 'anywhere',
    },
    subtitle: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
    body: {
      display: 'flex',
      flex: 1,
      flexDirection: 'column',
      gap: theme.spacing(2),
      overflow: 'auto',
      padding: theme.spacing(2, 3, 4),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2, 1.5, 4) },
    },
  }),
  { name: 'FleetDrawer' },
);

/**
 * One thing of a list, beside the list.
 *
 * @public
 */
export function Drawer(props: DrawerProps) {
  const { open, title, subtitle, onClose, actions, children } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <MuiDrawer
      anchor="right"
      open={open}
      onClose={onClose}
      classes={{ paper: classes.paper }}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': id,
      }}
    >
      <div className={classes.head}>
        <div className={classes.heading}>
          <div>
            <h2 id={id} className={classes.title}>
              {title}
            </h2>
            {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
          </div>
          <IconButton aria-label="Close" edge="end" onClick={onClose}>
            <Close />
          </IconButton>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      <div className={classes.body}>{children}</div>
    </MuiDrawer>
  );
}
