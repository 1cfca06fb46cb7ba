import Paper from '@material-ui/core/Paper';
import Popper from '@material-ui/core/Popper';
import type { ReactNode } from 'react';
import { useGridStyles } from './useGridStyles';

/** What there is to say about a cell, beside it while it is pointed at or focused. */
export function GridCard(props: { anchor: HTMLElement; children: ReactNode }) {
  const classes = useGridStyles();
  return (
    <Popper
      open
      anchorEl={props.anchor}
      placement="bottom-start"
      className={classes.popper}
      role="tooltip"
    >
      <Paper elevation={6} className={classes.card}>
        {props.children}
      </Paper>
    </Popper>
  );
}
