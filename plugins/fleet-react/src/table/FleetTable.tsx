import LinearProgress from '@material-ui/core/LinearProgress';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import useLatest from 'react-use/esm/useLatest';
import type { Sort } from '../hooks/useFilters';
import { useHeldItems } from '../hooks/useHeldItems';
import type { FleetList } from '../hooks/useInfiniteFleet';
import { scrollable } from '../layout/scrollable';
import { EmptyState } from '../notices/EmptyState';
import { ErrorNotice } from '../notices/ErrorNotice';
import { type FleetTableColumn, tableTracks } from './columns';
import { tableEntries } from './entries';
import { listOf } from './listOf';
import { ListPlaceholder } from './ListPlaceholder';
import { LoadMore } from './LoadMore';
import { PendingChanges } from './PendingChanges';
import { SortSelect } from './SortSelect';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import { toggled } from './toggled';
import { useLoadMore } from './useLoadMore';
import { useRowVirtualizer } from './useRowVirtualizer';
import { useTableStyles } from './useTableStyles';

/** Props of {@link FleetTable}. @public */
export interface FleetTableProps<Row> {
  /** What the table lists, in the plural. */
  label: string;
  list: FleetList<Row> | readonly Row[];
  columns: readonly FleetTableColumn<Row>[];
  rowKey(row: Row): string;
  sort?: Sort;
  onSort?(sort: Sort): void;
  /** A click anywhere on the row, and a button at its end. */
  onOpen?(row: Row): void;
  /** Says what opens; `Open` and the row's key when absent. */
  openLabel?(row: Row): string;
  expand?(row: Row): ReactNode;
  selected?: ReadonlySet<string>;
  onSelect?(keys: ReadonlySet<string>): void;
  /** What is old is dimmed. */
  isStale?(row: Row): boolean;
  /** A heading for each run of rows of one group; the rows come ordered by it. */
  groupBy?(row: Row): string;
  empty?: ReactNode;
  /** Of a long table, which scrolls in itself. */
  maxHeight?: string;
}

/**
 * A list as a table: ordered by the API, growing as it is read, still while it is pointed at, and stacked on narrow screens.
 *
 * @public
 */
export function FleetTable<Row>(props: FleetTableProps<Row>) {
  const { label, columns, rowKey, sort, onSort, onOpen, openLabel } = props;
  const { expand, selected, onSelect, isStale, groupBy, empty } = props;
  const { maxHeight = 'max(420px, calc(100vh - 260px))' } = props;
  const classes = useTableStyles();
  const card = useMediaQuery('(max-width: 760px)');
  const list = listOf(props.list);
  const held = useHeldItems(list.items, {
    itemKey: rowKey,
    generation: list.generation,
  });
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);

  const entries = useMemo(
    () => tableEntries({ rows: held.items, rowKey, groupBy }),
    [held.items, rowKey, groupBy],
  );
  const virtual = useRowVirtualizer({
    scroller,
    entries,
    rowHeight: card ? 180 : 52,
  });
  useLoadMore(list, {
    lastVisible: virtual.lastVisible,
    count: entries.length,
  });

  const { template, leastWidth } = tableTracks(columns, {
    selectable: onSelect !== undefined,
    expandable: expand !== undefined,
    openable: onOpen !== undefined,
  });
  const latestSelection = useLatest({ selected, onSelect });
  const toggleSelected = useCallback(
    (key: string) => {
      const { selected: before, onSelect: select } = latestSelection.current;
      select?.(toggled(before ?? new Set(), key));
    },
    [latestSelection],
  );
  const toggleExpanded = useCallback(
    (key: string) => setExpanded(before => toggled(before, key)),
    [],
  );

  if (entries.length === 0) {
    return (
      <ListPlaceholder
        list={list}
        label={label}
        empty={
          empty ?? (
            <EmptyState
              title={`No ${label}`}
              description="There are none here."
            />
          )
        }
      />
    );
  }

  return (
    <div className={classes.box} {...held.holdProps}>
      {list.loading && <LinearProgress className={classes.busy} />}
      {list.error && (
        <div className={classes.notice}>
          <ErrorNotice error={list.error} what={`the ${label}`} />
        </div>
      )}
      {card && onSort && (
        <SortSelect columns={columns} sort={sort} onSort={onSort} />
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        style={virtual.long ? { maxHeight } : undefined}
        {...(virtual.long && scrollable)}
        role="group"
        aria-label={label}
      >
        <div
          role="table"
          aria-label={label}
          aria-busy={list.loading}
          aria-rowcount={list.hasMore ? -1 : entries.length + 1}
          style={card ? undefined : { minWidth: leastWidth }}
        >
          <div role="rowgroup" className={card ? classes.hidden : undefined}>
            <TableHeader
              columns={columns}
              tracks={template}
              sort={sort}
              onSort={onSort}
              selectable={
                selected &&
                onSelect && { keys: held.items.map(rowKey), selected, onSelect }
              }
              expandable={expand !== undefined}
              openable={onOpen !== undefined}
            />
          </div>
          <div
            role="rowgroup"
            style={{
              paddingBottom: virtual.spaceAfter,
              paddingTop: virtual.spaceBefore,
            }}
          >
            {virtual.indexes.map(index => {
              const entry = entries[index];
              return (
                <div
                  key={entry.key}
                  ref={virtual.long ? virtual.measure : undefined}
                  data-index={index}
                  role="presentation"
                >
                  {entry.type === 'group' ? (
                    <div role="row" aria-rowindex={index + 2}>
                      <div role="cell" className={classes.group}>
                        {entry.title}
                      </div>
                    </div>
                  ) : (
                    <TableRow
                      row={entry.row}
                      rowKey={entry.key}
                      columns={columns}
                      tracks={template}
                      position={index + 2}
                      card={card}
                      stale={isStale?.(entry.row) ?? false}
                      label={openLabel?.(entry.row) ?? `Open ${entry.key}`}
                      onOpen={onOpen}
                      selected={onSelect && selected?.has(entry.key)}
                      onToggleSelected={toggleSelected}
                      expand={expand}
                      expanded={expanded.has(entry.key)}
                      onToggleExpanded={toggleExpanded}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <LoadMore list={list} />
      </div>
      <PendingChanges pending={held.pending} apply={held.apply} />
    </div>
  );
}
