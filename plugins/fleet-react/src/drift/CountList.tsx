import { alpha, makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../layout/mutedColor';
import { Text } from '../layout/Text';
import { InternalLink } from '../links/InternalLink';

/** One value of {@link CountList}. @public */
export interface CountListItem {
  key: string;
  title: string;
  count: number;
  /** The list that the number counts. */
  to: string;
}

/** Props of {@link CountList}. @public */
export interface CountListProps {
  title: string;
  /** Most first. */
  items: readonly CountListItem[];
  /** Stands where there is none. */
  none: string;
}

const most = 8;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(1),
      justifyContent: 'space-between',
      overflowWrap: 'anywhere',
      padding: theme.spacing(0.5, 1),
      position: 'relative',
    },
    bar: {
      backgroundColor: alpha(theme.palette.text.primary, 0.07),
      borderRadius: 4,
      bottom: 2,
      left: 0,
      position: 'absolute',
      top: 2,
    },
    words: { position: 'relative' },
    count: {
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 600,
      position: 'relative',
    },
    more: { color: mutedColor(theme), padding: theme.spacing(0.5, 1) },
  }),
  { name: 'FleetCountList' },
);

/**
 * How many there are of each, as bars, each a link to what it counts.
 *
 * @public
 */
export function CountList(props: CountListProps) {
  const { title, items, none } = props;
  const classes = useStyles();
  const largest = Math.max(...items.map(({ count }) => count), 1);
  const shown = items.slice(0, most);
  return (
    <div>
      <Text variant="strong" as="h2">
        {title}
      </Text>
      <ul className={classes.list} aria-label={title}>
        {items.length === 0 && <li className={classes.more}>{none}</li>}
        {shown.map(({ key, title: name, count, to }) => (
          <li key={key} className={classes.item}>
            <span
              className={classes.bar}
              style={{ width: `${(100 * count) / largest}%` }}
              aria-hidden
            />
            <span className={classes.words}>
              <InternalLink to={to}>{name}</InternalLink>
            </span>
            <span className={classes.count}>{count.toLocaleString()}</span>
          </li>
        ))}
        {items.length > most && (
          <li className={classes.more}>{`and ${items.length - most} more`}</li>
        )}
      </ul>
    </div>
  );
}
