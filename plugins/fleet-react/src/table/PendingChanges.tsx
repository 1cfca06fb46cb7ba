import { PlainButton } from '../actions/PlainButton';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    place: {
      bottom: theme.spacing(2),
      display: 'flex',
      justifyContent: 'center',
      left: 0,
      pointerEvents: 'none',
      position: 'absolute',
      right: 0,
      zIndex: 4,
    },
    button: {
      borderRadius: 999,
      boxShadow: theme.shadows[4],
      pointerEvents: 'auto',
    },
  }),
  { name: 'FleetPendingChanges' },
);

/**
 * Offers what came, went or moved while a list was held. It lies over the list, so that nothing jumps; the list's box has to be
 * positioned.
 *
 * @public
 */
export function PendingChanges(props: { pending: number; apply(): void }) {
  const { pending, apply } = props;
  const classes = useStyles();
  return (
    <div className={classes.place} role="status">
      {pending > 0 && (
        <PlainButton
          className={classes.button}
          variant="contained"
          color="primary"
          size="small"
          onClick={apply}
        >
          {pending === 1 ? '1 change' : `${pending} changes`}: show
        </PlainButton>
      )}
    </div>
  );
}
