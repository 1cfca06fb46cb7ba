import ButtonBase from '@material-ui/core/ButtonBase';
import Checkbox from '@material-ui/core/Checkbox';
import ArrowDownward from '@material-ui/icons/ArrowDownward';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import UnfoldMore from '@material-ui/icons/UnfoldMore';
import type { Sort } from '../hooks/useFilters';
import type { FleetTableColumn } from './columns';
import { useTableStyles } from './useTableStyles';

interface TableHeaderProps<Row> {
  columns: readonly FleetTableColumn<Row>[];
  tracks: string;
  sort?: Sort;
  onSort?(sort: Sort): void;
  /** The keys that can be selected, and those that are. */
  selectable?: {
    keys: readonly string[];
    selected: ReadonlySet<string>;
    onSelect(keys: ReadonlySet<string>): void;
  };
  expandable: boolean;
  openable: boolean;
}

/** The names of the columns, which sort where the API can. */
export function TableHeader<Row>(props: TableHeaderProps<Row>) {
  const { columns, tracks, sort, onSort, selectable } = props;
  const classes = useTableStyles();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classes.header}
      style={{ gridTemplateColumns: tracks }}
    >
      {selectable && <SelectAll {...selectable} />}
      {props.expandable && <EmptyHeader title="Details" />}
      {columns.map(column => {
        const { key, title, align } = column;
        const direction =
          sort && sort.field === column.sort ? sort.direction : undefined;
        return (
          <div
            key={key}
            role="columnheader"
            aria-sort={ariaSort(column.sort, direction)}
            className={`${classes.heading} ${align ? classes.end : ''}`}
          >
            {column.sort && onSort ? (
              <SortButton
                title={title}
                direction={direction}
                onClick={() =>
                  onSort({
                    field: column.sort ?? key,
                    direction: direction === 'asc' ? 'desc' : 'asc',
                  })
                }
              />
            ) : (
              title
            )}
          </div>
        );
      })}
      {props.openable && <EmptyHeader title="Open" />}
    </div>
  );
}

function SelectAll(props: NonNullable<TableHeaderProps<never>['selectable']>) {
  const { keys, selected, onSelect } = props;
  const classes = useTableStyles();
  const all = keys.every(key => selected.has(key));
  return (
    <div role="columnheader" className={classes.control}>
      <Checkbox
        size="small"
        color="primary"
        checked={all}
        indeterminate={!all && keys.some(key => selected.has(key))}
        onChange={() => onSelect(new Set(all ? [] : keys))}
        inputProps={{ 'aria-label': 'Select all that are loaded' }}
      />
    </div>
  );
}

function EmptyHeader(props: { title: string }) {
  const classes = useTableStyles();
  return (
    <div role="columnheader" className={classes.control}>
      <span className={classes.hidden}>{props.title}</span>
    </div>
  );
}

function SortButton(props: {
  title: string;
  direction: Sort['direction'] | undefined;
  onClick(): void;
}) {
  const { title, direction, onClick } = props;
  const classes = useTableStyles();
  const icons = { asc: ArrowUpward, desc: ArrowDownward };
  const Icon = direction ? icons[direction] : UnfoldMore;
  return (
    <ButtonBase className={classes.sortButton} onClick={onClick}>
      {title}
      <Icon
        className={`${classes.sortIcon} ${direction ? '' : classes.faint}`}
        aria-hidden
      />
    </ButtonBase>
  );
}

function ariaSort(
  field: string | undefined,
  direction: Sort['direction'] | undefined,
) {
  if (!field) {
    return undefined;
  }
  if (!direction) {
    return 'none';
  }
  return direction === 'asc' ? 'ascending' : 'descending';
}
