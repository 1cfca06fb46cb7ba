import { alpha, makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    skeleton: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2, 2.5),
    },
    row: {
      animation: '$breathe 1.6s ease-in-out infinite',
      backgroundColor: alpha(theme.palette.text.primary, 0.1),
      borderRadius: 4,
      height: 18,
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
    '@keyframes breathe': { '50%': { opacity: 0.45 } },
  }),
  { name: 'FleetSkeleton' },
);

const widths = ['92%', '78%', '86%', '64%'];

/**
 * Holds the place of what is about to arrive.
 *
 * @public
 */
export function Skeleton(props: { rows?: number; label?: string }) {
  const { rows = 4, label = 'Loading' } = props;
  const classes = useStyles();
  return (
    <div className={classes.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className={classes.row}
          style={{ width: widths[row % widths.length] }}
        />
      ))}
    </div>
  );
}
