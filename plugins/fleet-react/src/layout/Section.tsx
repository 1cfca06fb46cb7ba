import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId } from 'react';
import { mutedColor } from './mutedColor';

/** Props of {@link Section}. @public */
export interface SectionProps {
  title?: ReactNode;
  subtitle?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  /** The body reaches the edges, as a table does. */
  flush?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    section: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      minWidth: 0,
      overflow: 'hidden',
    },
    head: {
      alignItems: 'center',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 2),
      justifyContent: 'space-between',
      padding: theme.spacing(2, 2.5, 1.5),
    },
    title: {
      fontSize: theme.typography.pxToRem(17),
      fontWeight: 600,
      letterSpacing: 0,
      lineHeight: 1.35,
      margin: 0,
    },
    subtitle: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
      margin: 0,
    },
    body: {
      padding: theme.spacing(0, 2.5, 2.5),
      '&:first-child': { paddingTop: theme.spacing(2.5) },
    },
  }),
  { name: 'FleetSection' },
);

/**
 * A card, titled unless what is around it says what it is.
 *
 * @public
 */
export function Section(props: SectionProps) {
  const { title, subtitle, action, children, flush } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <Paper
      component="section"
      elevation={0}
      className={classes.section}
      aria-labelledby={title ? id : undefined}
    >
      {(title || action) && (
        <div className={classes.head}>
          <div>
            <h2 id={id} className={classes.title}>
              {title}
            </h2>
            {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
          </div>
          {action}
        </div>
      )}
      <div className={flush ? undefined : classes.body}>{children}</div>
    </Paper>
  );
}
