import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import type { Sort } from '../hooks/useFilters';
import type { FleetTableColumn } from './columns';
import { useTableStyles } from './useTableStyles';

/** The order, where there is no room for headers. */
export function SortSelect<Row>(props: {
  columns: readonly FleetTableColumn<Row>[];
  sort?: Sort;
  onSort(sort: Sort): void;
}) {
  const { columns, sort, onSort } = props;
  const classes = useTableStyles();
  return (
    <div className={classes.notice}>
      <TextField
        select
        fullWidth
        size="small"
        variant="outlined"
        label="Order by"
        value={sort?.field ?? ''}
        onChange={event =>
          onSort({ field: event.target.value, direction: 'asc' })
        }
      >
        {columns
          .filter(column => column.sort)
          .map(column => (
            <MenuItem key={column.key} value={column.sort}>
              {column.title}
            </MenuItem>
          ))}
      </TextField>
    </div>
  );
}
