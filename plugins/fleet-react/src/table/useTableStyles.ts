import { alpha, makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../layout/mutedColor';

/** The looks of {@link FleetTable} and its parts. */
export const useTableStyles = makeStyles(
  theme => {
    const line = `1px solid ${theme.palette.divider}`;
    const padding = theme.spacing(0, 1.5);
    const grid = {
      alignItems: 'center',
      display: 'grid',
      paddingLeft: theme.spacing(1),
      paddingRight: theme.spacing(1),
    };
    const hidden = {
      clipPath: 'inset(50%)',
      height: 1,
      overflow: 'hidden',
      position: 'absolute' as const,
      width: 1,
    };
    return {
      box: {
        backgroundColor: theme.palette.background.paper,
        position: 'relative',
      },
      scroller: {
        overflow: 'auto',
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: -2,
        },
      },
      busy: { left: 0, position: 'absolute', right: 0, top: 0, zIndex: 3 },
      hidden,
      header: {
        ...grid,
        backgroundColor: theme.palette.background.paper,
        borderBottom: line,
        minHeight: 42,
        position: 'sticky',
        top: 0,
        zIndex: 2,
      },
      heading: {
        color: mutedColor(theme),
        fontSize: theme.typography.pxToRem(12.5),
        fontWeight: 600,
        minWidth: 0,
        padding,
      },
      sortButton: {
        borderRadius: 4,
        color: 'inherit',
        font: 'inherit',
        gap: 4,
        '&:hover': { color: theme.palette.text.primary },
        '&:focus-visible': {
          outline: `2px solid ${theme.palette.primary.main}`,
          outlineOffset: 2,
        },
      },
      sortIcon: { fontSize: '1.1em' },
      faint: { opacity: 0.55 },
      row: {
        ...grid,
        borderBottom: line,
        fontSize: theme.typography.pxToRem(14),
        minHeight: 48,
        paddingBottom: theme.spacing(0.75),
        paddingTop: theme.spacing(0.75),
      },
      card: {
        borderBottom: line,
        display: 'flex',
        flexDirection: 'column',
        fontSize: theme.typography.pxToRem(14),
        gap: theme.spacing(0.75),
        padding: theme.spacing(1.5, 0.5),
        position: 'relative',
        '& > $control': {
          position: 'absolute',
          right: theme.spacing(1),
          top: theme.spacing(1),
        },
        '& > $control ~ $control': { right: theme.spacing(6) },
        '& $cell': {
          display: 'grid',
          gridTemplateColumns: '104px minmax(0, 1fr)',
        },
        '& > $cell:first-of-type, & > $control + $cell': {
          display: 'block',
          fontSize: theme.typography.pxToRem(15),
          paddingRight: 88,
        },
      },
      cardTitle: {
        color: mutedColor(theme),
        fontSize: theme.typography.pxToRem(13),
      },
      stale: { '& $cellContent': { filter: 'saturate(0.45)' } },
      openable: {
        cursor: 'pointer',
        '&:hover': {
          backgroundColor: alpha(theme.palette.text.primary, 0.04),
        },
      },
      selected: { backgroundColor: alpha(theme.palette.primary.main, 0.1) },
      control: { display: 'flex', justifyContent: 'center' },
      cell: { minWidth: 0, overflowWrap: 'anywhere', padding },
      cellContent: { minWidth: 0 },
      end: {
        display: 'flex',
        fontVariantNumeric: 'tabular-nums',
        justifyContent: 'flex-end',
        textAlign: 'right',
      },
      expansion: {
        backgroundColor: alpha(theme.palette.text.primary, 0.03),
        borderBottom: line,
        padding: theme.spacing(2, 3),
      },
      group: {
        backgroundColor: theme.palette.background.default,
        borderBottom: line,
        fontSize: theme.typography.pxToRem(13),
        fontWeight: 600,
        padding: theme.spacing(1, 2.5),
      },
      notice: { padding: theme.spacing(1.5) },
    };
  },
  { name: 'FleetTable' },
);
