import { alpha, makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../layout/mutedColor';

/** The looks of {@link MatrixGrid} and its parts. */
export const useMatrixStyles = makeStyles(
  theme => {
    const line = `1px solid ${theme.palette.divider}`;
    const focus = {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: -2,
    };
    const head = {
      backgroundColor: theme.palette.background.paper,
      boxSizing: 'border-box' as const,
      display: 'flex',
      flexDirection: 'column' as const,
      justifyContent: 'center',
      overflow: 'hidden',
      padding: theme.spacing(0.5, 1),
    };
    const clamped = {
      display: '-webkit-box',
      lineHeight: 1.2,
      overflow: 'hidden',
      overflowWrap: 'anywhere' as const,
      '-webkit-box-orient': 'vertical' as const,
    };
    return {
      box: { position: 'relative' },
      busy: { left: 0, position: 'absolute', right: 0, top: 0, zIndex: 5 },
      scroller: { overflow: 'auto', position: 'relative' },
      grid: { position: 'relative' },
      header: { position: 'sticky', top: 0, zIndex: 3 },
      corner: {
        ...head,
        borderBottom: line,
        borderRight: line,
        color: mutedColor(theme),
        fontSize: theme.typography.pxToRem(12.5),
        left: 0,
        padding: theme.spacing(0.5, 2),
        position: 'sticky',
        zIndex: 1,
      },
      columnHead: {
        ...head,
        borderBottom: line,
        fontSize: theme.typography.pxToRem(12.5),
        fontWeight: 600,
        position: 'absolute',
        top: 0,
      },
      environment: {
        color: mutedColor(theme),
        fontSize: theme.typography.pxToRem(11.5),
        fontWeight: 400,
        lineHeight: 1.3,
      },
      newEnvironment: {
        borderLeft: `2px solid ${alpha(theme.palette.text.primary, 0.3)}`,
      },
      clipped: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      twoLines: { ...clamped, '-webkit-line-clamp': 2 },
      threeLines: { ...clamped, '-webkit-line-clamp': 3 },
      row: { left: 0, position: 'absolute', width: '100%' },
      rowHead: {
        ...head,
        alignItems: 'center',
        borderBottom: line,
        borderRight: line,
        flexDirection: 'row',
        fontSize: theme.typography.pxToRem(14),
        fontWeight: 600,
        gap: theme.spacing(1),
        height: '100%',
        justifyContent: 'flex-start',
        left: 0,
        padding: theme.spacing(0.5, 2),
        position: 'sticky',
        zIndex: 2,
        '& > :last-child': { flex: 1, minWidth: 0 },
        '@media (max-width: 760px)': {
          fontSize: theme.typography.pxToRem(12.5),
          padding: theme.spacing(0.5, 0.75),
        },
      },
      group: {
        backgroundColor: theme.palette.background.default,
        borderBottom: line,
        boxSizing: 'border-box',
        display: 'flex',
        alignItems: 'center',
        fontSize: theme.typography.pxToRem(13),
        fontWeight: 600,
        height: '100%',
      },
      groupTitle: { left: theme.spacing(2), position: 'sticky' },
      slot: {
        borderBottom: line,
        boxSizing: 'border-box',
        padding: 2,
        position: 'absolute',
        top: 0,
        '&:focus-visible': focus,
      },
      cell: {
        alignItems: 'center',
        border: '2px solid transparent',
        borderRadius: 6,
        boxSizing: 'border-box',
        display: 'flex',
        fontSize: theme.typography.pxToRem(13),
        fontVariantNumeric: 'tabular-nums',
        gap: 5,
        height: '100%',
        padding: theme.spacing(0, 0.5),
        whiteSpace: 'nowrap',
      },
      opens: { cursor: 'pointer' },
      odd: { borderColor: 'currentColor', fontWeight: 600 },
      stale: {
        backgroundImage: `repeating-linear-gradient(135deg, transparent 0 6px, ${alpha(
          theme.palette.text.primary,
          0.08,
        )} 6px 8px)`,
        filter: 'saturate(0.45)',
        fontStyle: 'italic',
      },
      icon: { flexShrink: 0, fontSize: '1.1rem' },
      version: { flex: 1, minWidth: 0 },
      card: {
        border: line,
        maxWidth: 420,
        padding: theme.spacing(1.5, 2),
        pointerEvents: 'none',
      },
      cardTitle: {
        fontSize: theme.typography.pxToRem(14),
        fontWeight: 600,
        marginBottom: theme.spacing(1),
      },
      popper: { zIndex: theme.zIndex.tooltip },
    };
  },
  { name: 'FleetMatrix' },
);
