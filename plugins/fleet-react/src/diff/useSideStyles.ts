import { alpha, makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../layout/mutedColor';
import { stateColor } from '../state/stateLooks';

/** How the two sides look: beside each other, and on narrow screens one below the other, line by line. */
export const useSideStyles = makeStyles(
  theme => {
    const desired = stateColor(theme, 'progressing');
    const live = stateColor(theme, 'degraded');
    return {
      box: {
        border: `1px solid ${theme.palette.divider}`,
        borderRadius: 6,
        overflow: 'hidden',
      },
      head: {
        alignItems: 'center',
        backgroundColor: alpha(theme.palette.text.primary, 0.04),
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0, 1),
        justifyContent: 'space-between',
        padding: theme.spacing(0.5, 1, 0.5, 1.5),
      },
      scroll: { maxHeight: '60vh', overflow: 'auto' },
      lines: {
        borderCollapse: 'collapse',
        fontSize: theme.typography.pxToRem(13),
        lineHeight: 1.55,
        tableLayout: 'fixed',
        width: '100%',
        '& th': {
          fontWeight: 600,
          padding: theme.spacing(0.75, 1),
          textAlign: 'left',
        },
        [theme.breakpoints.down('xs')]: {
          '& tr': { display: 'block' },
          '& th, & td': { display: 'block', width: 'auto' },
        },
      },
      side: {
        fontFamily: 'monospace',
        padding: theme.spacing(0, 1, 0, 3),
        position: 'relative',
        verticalAlign: 'top',
        whiteSpace: 'pre-wrap',
        width: '50%',
        // At its indentation a line would break first, and leave a gap.
        wordBreak: 'break-all',
        '& + &': { borderLeft: `1px solid ${theme.palette.divider}` },
        [theme.breakpoints.down('xs')]: { '& + &': { borderLeft: 'none' } },
      },
      legend: { display: 'inline-block', width: theme.spacing(2) },
      sign: {
        fontWeight: 700,
        left: theme.spacing(1),
        position: 'absolute',
        userSelect: 'none',
      },
      desired: { backgroundColor: alpha(desired, 0.13) },
      live: { backgroundColor: alpha(live, 0.15) },
      absent: {
        backgroundColor: alpha(theme.palette.text.primary, 0.04),
        [theme.breakpoints.down('xs')]: { '&&': { display: 'none' } },
      },
      /** One below the other, an equal line is read once. */
      repeated: {
        [theme.breakpoints.down('xs')]: { '&&': { display: 'none' } },
      },
      hidden: {
        color: mutedColor(theme),
        padding: theme.spacing(0.25, 3),
      },
    };
  },
  { name: 'FleetSideBySide' },
);
