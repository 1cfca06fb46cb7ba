import { makeStyles } from '@material-ui/core/styles';
import { PlainButton } from '../actions/PlainButton';
import type { FleetList } from '../hooks/useInfiniteFleet';

const useStyles = makeStyles(
  theme => ({
    more: {
      display: 'flex',
      justifyContent: 'center',
      padding: theme.spacing(1.5),
    },
  }),
  { name: 'FleetLoadMore' },
);

/** The end of a list that has more, for who does not scroll. */
export function LoadMore<Item>(props: { list: FleetList<Item> }) {
  const { hasMore, loadingMore, loadMore, totalItems } = props.list;
  const classes = useStyles();
  return hasMore ? (
    <div className={classes.more}>
      <PlainButton size="small" disabled={loadingMore} onClick={loadMore}>
        {loadingMore
          ? 'Loading more'
          : `Load more of ${totalItems.toLocaleString()}`}
      </PlainButton>
    </div>
  ) : null;
}
