import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  { stale: { filter: 'saturate(0.45)', fontStyle: 'italic' } },
  { name: 'FleetStale' },
);

/**
 * Dims what is old, and never hides it.
 *
 * @public
 */
export function Stale(props: { stale: boolean; children: ReactNode }) {
  const classes = useStyles();
  return props.stale ? (
    <div className={classes.stale}>{props.children}</div>
  ) : (
    <>{props.children}</>
  );
}
