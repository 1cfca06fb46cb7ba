import Checkbox from '@material-ui/core/Checkbox';
import IconButton from '@material-ui/core/IconButton';
import ChevronRight from '@material-ui/icons/ChevronRight';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { memo, type MouseEvent, type ReactNode } from 'react';
import type { FleetTableColumn } from './columns';
import { useTableStyles } from './useTableStyles';

interface TableRowProps<Item> {
  row: Item;
  rowKey: string;
  columns: readonly FleetTableColumn<Item>[];
  tracks: string;
  /** Counted from 1, the header included. */
  position: number;
  /** Stacked, for narrow screens. */
  card: boolean;
  stale: boolean;
  /** Names the row where a control has to. */
  label: string;
  onOpen?(row: Item): void;
  /** Undefined when rows are not selected. */
  selected: boolean | undefined;
  onToggleSelected(key: string): void;
  expand?(row: Item): ReactNode;
  expanded: boolean;
  onToggleExpanded(key: string): void;
}

/** One row: beside its cells, the controls that select, expand and open it. */
export const TableRow = memo(Row) as typeof Row;

function Row<Item>(props: TableRowProps<Item>) {
  const { row, rowKey, columns, tracks, position, card, stale, label } = props;
  const { onOpen, selected, expand, expanded } = props;
  const classes = useTableStyles();
  const className = [
    card ? classes.card : classes.row,
    stale && classes.stale,
    onOpen && classes.openable,
    selected && classes.selected,
  ];

  // The button at the end of the row does the same for the keyboard.
  const rowClick = onOpen && {
    onClick: (event: MouseEvent<HTMLElement>) => {
      const clicked = event.target instanceof Element && event.target;
      const control = clicked && clicked.closest('a, button, input, label');
      if (!control && !window.getSelection()?.toString()) {
        onOpen(row);
      }
    },
  };

  return (
    <>
      <div
        role="row"
        aria-rowindex={position}
        className={className.filter(Boolean).join(' ')}
        style={card ? undefined : { gridTemplateColumns: tracks }}
        {...rowClick}
      >
        {selected !== undefined && (
          <div role="cell" className={classes.control}>
            <Checkbox
              size="small"
              color="primary"
              checked={selected}
              onChange={() => props.onToggleSelected(rowKey)}
              inputProps={{ 'aria-label': `Select ${label}` }}
            />
          </div>
        )}
        {expand && (
          <div role="cell" className={classes.control}>
            <IconButton
              size="small"
              aria-label={`Details of ${label}`}
              aria-expanded={expanded}
              onClick={() => props.onToggleExpanded(rowKey)}
            >
              {expanded ? <ExpandMore /> : <ChevronRight />}
            </IconButton>
          </div>
        )}
        {columns.map(({ key, title, render, align }, index) => (
          <div
            key={key}
            role="cell"
            className={`${classes.cell} ${align && !card ? classes.end : ''}`}
          >
            {card && index > 0 && (
              <span className={classes.cardTitle} aria-hidden>
                {title}
              </span>
            )}
            <div className={classes.cellContent}>{render(row)}</div>
          </div>
        ))}
        {onOpen && (
          <div role="cell" className={classes.control}>
            <IconButton
              size="small"
              aria-label={label}
              onClick={() => onOpen(row)}
            >
              <ChevronRight />
            </IconButton>
          </div>
        )}
      </div>
      {expand && expanded && (
        <div role="row">
          <div
            role="cell"
            aria-colspan={columns.length}
            className={classes.expansion}
          >
            {expand(row)}
          </div>
        </div>
      )}
    </>
  );
}
