import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    mono: { fontFamily: 'monospace', fontSize: '0.93em' },
    wrap: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  },
  { name: 'FleetMono' },
);

/**
 * What a machine wrote: revisions, images, paths.
 *
 * @public
 */
export function Mono(props: { children: ReactNode; wrap?: boolean }) {
  const classes = useStyles();
  return (
    <code className={`${classes.mono} ${props.wrap ? classes.wrap : ''}`}>
      {props.children}
    </code>
  );
}
