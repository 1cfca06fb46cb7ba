import { alpha, makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../layout/mutedColor';

/** The looks of {@link EnvironmentGrid}. Where it is narrow, each environment becomes a list of its regions. */
export const useEnvironmentStyles = makeStyles(
  theme => {
    const narrow = '@media (max-width: 760px)';
    return {
      scroller: { margin: -8, overflowX: 'auto', [narrow]: { margin: 0 } },
      table: {
        borderCollapse: 'separate',
        borderSpacing: '8px',
        width: '100%',
        [narrow]: {
          '&, & tbody, & tr, & td, & tbody th': { display: 'block' },
          '& thead': { display: 'none' },
        },
      },
      head: {
        color: mutedColor(theme),
        fontSize: theme.typography.pxToRem(13),
        fontWeight: 600,
        padding: theme.spacing(0.5, 1),
        textAlign: 'left',
        'tbody &': { whiteSpace: 'nowrap' },
        [narrow]: { padding: theme.spacing(1.5, 0, 0.5) },
      },
      place: {
        height: 1,
        minWidth: 84,
        padding: 0,
        verticalAlign: 'top',
        [narrow]: {
          height: 'auto',
          marginBottom: theme.spacing(1),
          '&::before': {
            color: mutedColor(theme),
            content: 'attr(data-region)',
            fontSize: theme.typography.pxToRem(12),
          },
        },
      },
      noCell: { [narrow]: { display: 'none !important' } },
      cell: {
        borderLeft: '4px solid',
        borderRadius: 6,
        boxSizing: 'border-box',
        display: 'flex',
        flexDirection: 'column',
        gap: theme.spacing(0.75),
        height: '100%',
        padding: theme.spacing(1.25, 1),
      },
      stale: {
        backgroundImage: `repeating-linear-gradient(135deg, transparent 0 7px, ${alpha(
          theme.palette.text.primary,
          0.06,
        )} 7px 9px)`,
      },
      line: {
        alignItems: 'center',
        display: 'flex',
        flexWrap: 'wrap',
        fontSize: theme.typography.pxToRem(14),
        gap: theme.spacing(0.25, 1),
        overflowWrap: 'anywhere',
      },
      version: { color: mutedColor(theme), fontFamily: 'monospace' },
      age: { fontSize: theme.typography.pxToRem(12.5) },
    };
  },
  { name: 'FleetEnvironmentGrid' },
);
