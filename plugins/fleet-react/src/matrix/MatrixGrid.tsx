import LinearProgress from '@material-ui/core/LinearProgress';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import type {
  MatrixCell,
  MatrixColumn,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { type ReactNode, useMemo, useRef, useState } from 'react';
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
import { MatrixCellCard } from './MatrixCellCard';
import { MatrixHeader } from './MatrixHeader';
import { MatrixRowView } from './MatrixRowView';
import { useMatrixStyles } from './useMatrixStyles';
import { useMatrixVirtualizer } from './useMatrixVirtualizer';
import { useRovingCell } from './useRovingCell';

/** Props of {@link MatrixGrid}. @public */
export interface MatrixGridProps {
  /** What the grid shows, for those who do not see it. */
  label: string;
  /** Clusters, in promotion order. */
  columns: readonly MatrixColumn[];
  list: FleetList<MatrixRow> | readonly MatrixRow[];
  onOpen?(cell: MatrixCell, row: MatrixRow): void;
  /** A heading for each run of rows of one group; the rows come ordered by it. */
  groupBy?(row: MatrixRow): string;
  /** A heading, where its name alone is not what is to be shown. */
  renderGroup?(group: string): ReactNode;
  empty?: ReactNode;
  maxHeight?: string;
}

const rowKey = (row: MatrixRow) => row.deliveryKey;

/**
 * Which version of what runs where: applications by clusters, virtualised both ways, for pointer and keyboard.
 *
 * @public
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { label, columns, onOpen, groupBy, renderGroup, empty } = props;
  const { maxHeight = 'max(420px, calc(100vh - 260px))' } = props;
  const classes = useMatrixStyles();
  const narrow = useMediaQuery('(max-width: 760px)');
  const list = listOf(props.list);
  const held = useHeldItems(list.items, {
    itemKey: rowKey,
    generation: list.generation,
  });
  const [pointed, setPointed] = useState<{
    anchor: HTMLElement;
    row: MatrixRow;
    cell: MatrixCell;
  }>();
  const scroller = useRef<HTMLDivElement>(null);
  const [box, { width }] = useMeasure<HTMLDivElement>();
  const hasFocus = useRef(false);

  const entries = useMemo(
    () => tableEntries({ rows: held.items, rowKey, groupBy }),
    [held.items, groupBy],
  );
  const roving = useRovingCell({
    rows: entries.length,
    columns: columns.length,
    hasCells: row => entries[row]?.type === 'row',
  });
  const virtual = useMatrixVirtualizer({
    scroller,
    entries,
    columns,
    active: roving.active,
    narrow,
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
              description="Here would be applications by clusters, with the version that each runs."
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
          <MatrixHeader columns={columns} virtual={virtual} />
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
                  <MatrixRowView
                    row={entry.row}
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
      {pointed && <MatrixCellCard {...pointed} />}
      <PendingChanges pending={held.pending} apply={held.apply} />
    </div>
  );
}
