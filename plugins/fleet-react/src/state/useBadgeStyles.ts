import { makeStyles } from '@material-ui/core/styles';

/** The looks of a word with its icon, as states and severities have them. */
export const useBadgeStyles = makeStyles(
  theme => ({
    badge: {
      alignItems: 'center',
      borderRadius: 999,
      display: 'inline-flex',
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 600,
      gap: 5,
      lineHeight: 1.4,
      maxWidth: '100%',
      padding: '2px 9px 2px 6px',
      whiteSpace: 'nowrap',
    },
    small: {
      fontSize: theme.typography.pxToRem(12),
      padding: '1px 7px 1px 4px',
    },
    iconOnly: { padding: 0 },
    stale: { filter: 'saturate(0.45)', outline: '1px dashed currentColor' },
    icon: { flexShrink: 0, fontSize: '1.25em' },
    sign: { flexShrink: 0, textAlign: 'center', width: '1.1em' },
    hidden: {
      clipPath: 'inset(50%)',
      height: 1,
      overflow: 'hidden',
      position: 'absolute',
      width: 1,
    },
  }),
  { name: 'FleetBadge' },
);
