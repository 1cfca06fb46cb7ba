import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { mutedColor } from './mutedColor';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(1, 2),
      gridTemplateColumns: 'minmax(96px, max-content) minmax(0, 1fr)',
      margin: 0,
      [theme.breakpoints.down('xs')]: {
        gap: theme.spacing(0.25),
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    key: { color: mutedColor(theme) },
    value: {
      margin: 0,
      minWidth: 0,
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: { marginBottom: theme.spacing(1) },
    },
  }),
  { name: 'FleetKeyValues' },
);

/**
 * Facts by name. What has no value is left out.
 *
 * @public
 */
export function KeyValues(props: {
  items: readonly { key: string; value: ReactNode }[];
}) {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.items
        .filter(({ value }) => value !== undefined && value !== '')
        .flatMap(({ key, value }) => [
          <dt key={`${key} name`} className={classes.key}>
            {key}
          </dt>,
          <dd key={`${key} value`} className={classes.value}>
            {value}
          </dd>,
        ])}
    </dl>
  );
}
