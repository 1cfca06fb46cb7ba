import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { FleetList } from '../hooks/useInfiniteFleet';
import { ErrorNotice } from '../notices/ErrorNotice';
import { Skeleton } from '../notices/Skeleton';

const useStyles = makeStyles(
  theme => ({ error: { padding: theme.spacing(1.5) } }),
  { name: 'FleetListPlaceholder' },
);

/** Stands where a list without items would be: why there are none, or that they are about to come. */
export function ListPlaceholder<Item>(props: {
  list: FleetList<Item>;
  label: string;
  empty: ReactNode;
}) {
  const { list, label, empty } = props;
  const classes = useStyles();
  if (list.error) {
    return (
      <div className={classes.error}>
        <ErrorNotice error={list.error} what={`the ${label}`} />
      </div>
    );
  }
  if (list.loading) {
    return <Skeleton rows={8} label={`Loading ${label}`} />;
  }
  return <>{empty}</>;
}
