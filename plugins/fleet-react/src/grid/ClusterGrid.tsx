import LinearProgress from '@material-ui/core/LinearProgress';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { memo, type ReactNode, useMemo, useRef, useState } from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { useHeldItems } from '../hooks/useHeldItems';
import type { FleetList } from '../hooks/useInfiniteFleet';
import { EmptyState } from '../notices/EmptyState';
import { ErrorNotice } from '../notices/ErrorNotice';
import { tableEntries } from '../table/entries';
import { listOf } from '../table/listOf';
import { ListPlaceholder } from '../table/ListPlaceholder';
import { LoadMore } from '../table/LoadMore';
import { PendingChanges } from '../table/PendingChanges';
import { useLoadMore } from '../table/useLoadMore';
import { GridCard } from './GridCard';
import type { GridColumn } from './GridColumn';
import { GridHeader } from './GridHeader';
import { GridRow, type GridLooks } from './GridRow';
import { useGridStyles } from './useGridStyles';
import { useGridVirtualizer } from './useGridVirtualizer';
import { useRovingCell } from './useRovingCell';

/** What is shown in a grid of clusters, and how. */
export interface ClusterGridProps<
  Row,
  Cell extends { cluster: string },
  Column extends GridColumn,
> {
  /** What the grid shows, for those who do not see it. */
  label: string;
  /** What the rows are. */
  corner: string;
  /** Clusters, in promotion order. */
  columns: readonly Column[];
  list: FleetList<Row> | readonly Row[];
  rowKey(row: Row): string;
  /** Stays the same between renders. */
  looks: GridLooks<Row, Cell>;
  renderMark?(column: Column): ReactNode;
  renderCard(cell: Cell, row: Row): ReactNode;
  onOpen?(cell: Cell, row: Row): void;
  /** A heading for each run of rows of one group; the rows come ordered by it. */
  groupBy?(row: Row): string;
  /** A heading, where its name alone is not what is to be shown. */
  renderGroup?(group: string): ReactNode;
  empty?: ReactNode;
  maxHeight?: string;
  /** Of the row heads in pixels, where there is room. */
  headWidth?: number;
  /** Of a column in pixels, at the least. */
  columnWidth?: number;
}

// Only as a generic component does it keep what its rows are.
const MemoizedRow = memo(GridRow) as typeof GridRow;

/** Something by clusters, virtualised both ways, for pointer and keyboard. */
export function ClusterGrid<
  Row,
  Cell extends { cluster: string },
  Column extends GridColumn,
>(props: ClusterGridProps<Row, Cell, Column>) {
  const { label, corner, columns, rowKey, looks, onOpen, groupBy } = props;
  const { renderMark, renderCard, renderGroup, empty } = props;
  const { maxHeight = 'max(420px, calc(100vh - 260px))' } = props;
  const classes = useGridStyles();
  const narrow = useMediaQuery('(max-width: 760px)');
  const list = listOf(props.list);
  const held = useHeldItems(list.items, {
    itemKey: rowKey,
    generation: list.generation,
  });
  const [pointed, setPointed] = useState<{
    anchor: HTMLElement;
    row: Row;
    cell: Cell;
  }>();
  const scroller = useRef<HTMLDivElement>(null);
  const [box, { width }] = useMeasure<HTMLDivElement>();
  const hasFocus = useRef(false);

  const entries = useMemo(
    () => tableEntries({ rows: held.items, rowKey, groupBy }),
    [held.items, rowKey, groupBy],
  );
  const roving = useRovingCell({
    rows: entries.length,
    columns: columns.length,
    hasCells: row => entries[row]?.type === 'row',
  });
  const virtual = useGridVirtualizer({
    scroller,
    entries,
    columns,
    active: roving.active,
    narrow,
    wideHead: props.headWidth ?? 196,
    leastColumn: props.columnWidth ?? 96,
    room: width,
  });
  useLoadMore(list, {
    lastVisible: virtual.rows.at(-1)?.index,
    count: entries.length,
  });

  if (entries.length === 0) {
    return (
      <ListPlaceholder
        list={list}
        label={label}
        empty={
          empty ?? (
            <EmptyState
              title="Nothing to compare"
              description="Here would be a row for each, and a column for each cluster."
            />
          )
        }
      />
    );
  }

  return (
    <div ref={box} className={classes.box} {...held.holdProps}>
      {list.loading && <LinearProgress className={classes.busy} />}
      {list.error && <ErrorNotice error={list.error} what={`the ${label}`} />}
      <div
        ref={scroller}
        className={classes.scroller}
        style={{ maxHeight }}
        onScroll={() => {
          if (!hasFocus.current) {
            setPointed(undefined);
          }
        }}
      >
        <div
          role="grid"
          aria-label={label}
          aria-busy={list.loading}
          aria-rowcount={list.hasMore ? -1 : entries.length + 1}
          aria-colcount={columns.length + 1}
          className={classes.grid}
          style={{ height: virtual.height, width: virtual.width }}
          tabIndex={-1}
          onKeyDown={event => {
            const moved = roving.move(event);
            if (moved) {
              virtual.reveal(moved);
            }
          }}
          onFocus={() => {
            hasFocus.current = true;
          }}
          onBlur={event => {
            hasFocus.current = event.currentTarget.contains(
              event.relatedTarget,
            );
            setPointed(undefined);
          }}
        >
          <GridHeader
            corner={corner}
            columns={columns}
            virtual={virtual}
            renderMark={renderMark}
          />
          {virtual.rows.map(place => {
            const entry = entries[place.index];
            return (
              <div
                key={entry.key}
                role="row"
                aria-rowindex={place.index + 2}
                className={classes.row}
                style={{
                  height: place.size,
                  top: place.start,
                }}
              >
                {entry.type === 'group' ? (
                  <div role="rowheader" className={classes.group}>
                    <span className={classes.groupTitle}>
                      {renderGroup?.(entry.title) ?? entry.title}
                    </span>
                  </div>
                ) : (
                  <MemoizedRow<Row, Cell>
                    row={entry.row}
                    looks={looks}
                    columns={columns}
                    position={place.index}
                    places={virtual.columns}
                    headWidth={virtual.headWidth}
                    activeColumn={
                      roving.active.row === place.index
                        ? roving.active.column
                        : undefined
                    }
                    focusActive={hasFocus.current}
                    onPoint={setPointed}
                    onOpen={onOpen}
                    onStand={roving.setActive}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
      <LoadMore list={list} />
      {pointed && (
        <GridCard anchor={pointed.anchor}>
          {renderCard(pointed.cell, pointed.row)}
        </GridCard>
      )}
      <PendingChanges pending={held.pending} apply={held.apply} />
    </div>
  );
}
