import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    indent: {
      display: 'flex',
      minWidth: 0,
      '& > div:last-child': { minWidth: 0 },
    },
    level: {
      borderLeft: `1px solid ${theme.palette.divider}`,
      flex: 'none',
      marginLeft: 6,
      width: 10,
    },
  }),
  { name: 'FleetIndent' },
);

/** Deeper levels stand where the deepest of these stands. */
const deepest = 8;

/**
 * Something of a tree, as far in as it is deep.
 *
 * @public
 */
export function Indent(props: { depth: number; children: ReactNode }) {
  const { depth, children } = props;
  const classes = useStyles();
  return (
    <div className={classes.indent}>
      {Array.from({ length: Math.min(depth, deepest) }, (_, level) => (
        <span key={level} className={classes.level} aria-hidden />
      ))}
      <div>{children}</div>
    </div>
  );
}
