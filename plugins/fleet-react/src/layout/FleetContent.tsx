import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    content: {
      color: theme.palette.text.primary,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(3),
      margin: '0 auto',
      maxWidth: 1920,
      minWidth: 0,
      padding: theme.spacing(1, 3, 3),
      [theme.breakpoints.down('xs')]: {
        gap: theme.spacing(2),
        padding: theme.spacing(1, 1.5, 2),
      },
    },
    tab: { paddingLeft: 0, paddingRight: 0 },
  }),
  { name: 'FleetContent' },
);

/**
 * The body of a page or of an entity's tab, which is inset already. The page gives the header.
 *
 * @public
 */
export function FleetContent(props: { children: ReactNode; tab?: boolean }) {
  const { children, tab } = props;
  const classes = useStyles();
  return (
    <div className={`${classes.content} ${tab ? classes.tab : ''}`}>
      {children}
    </div>
  );
}
