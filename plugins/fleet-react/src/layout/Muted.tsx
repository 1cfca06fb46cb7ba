import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { mutedColor } from './mutedColor';

const useStyles = makeStyles(
  theme => ({
    muted: {
      color: mutedColor(theme),
      fontSize: theme.typography.pxToRem(13),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FleetMuted' },
);

/**
 * Words beside the main thing.
 *
 * @public
 */
export function Muted(props: { children: ReactNode }) {
  const classes = useStyles();
  return <span className={classes.muted}>{props.children}</span>;
}
