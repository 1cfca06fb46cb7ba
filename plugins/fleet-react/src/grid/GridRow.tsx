import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { beginsEnvironment } from './beginsEnvironment';
import type { GridColumn } from './GridColumn';
import { useGridStyles } from './useGridStyles';
import type { Place } from './useGridVirtualizer';
import type { CellPosition } from './useRovingCell';

/** What a grid is of: what each row and cell says. */
export interface GridLooks<Row, Cell extends { cluster: string }> {
  cellsOf(row: Row): readonly Cell[];
  renderRowHead(row: Row): ReactNode;
  /** Shown while the row's head is pointed at. */
  rowTitle?(row: Row): string;
  /** The first of the row's cells on a cluster, and how many more there are. */
  renderCell(
    cell: Cell,
    around: { row: Row; more: number; opens: boolean },
  ): ReactNode;
  /** A cell for those who do not see it. */
  describeCell(row: Row, cluster: string, cell: Cell | undefined): string;
}

interface GridRowProps<Row, Cell extends { cluster: string }> {
  row: Row;
  looks: GridLooks<Row, Cell>;
  columns: readonly GridColumn[];
  /** The row's place in the grid. */
  position: number;
  /** The columns that are rendered. */
  places: readonly Place[];
  headWidth: number;
  /** The column where the keyboard is, if it is in this row. */
  activeColumn: number | undefined;
  /** Whether the focus is to follow it. */
  focusActive: boolean;
  onPoint(
    pointed: { anchor: HTMLElement; row: Row; cell: Cell } | undefined,
  ): void;
  onOpen?(cell: Cell, row: Row): void;
  onStand(position: CellPosition): void;
}

/** One row across the clusters. */
export function GridRow<Row, Cell extends { cluster: string }>(
  props: GridRowProps<Row, Cell>,
) {
  const { row, looks, columns, position, places } = props;
  const { activeColumn, focusActive, onPoint, onOpen, onStand } = props;
  const classes = useGridStyles();
  const active = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (focusActive && activeColumn !== undefined) {
      active.current?.focus({ preventScroll: true });
    }
  }, [focusActive, activeColumn]);

  const { cellsOf } = looks;
  const byCluster = useMemo(() => cellsByCluster(cellsOf(row)), [cellsOf, row]);
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes.rowHead}
        style={{ width: props.headWidth }}
        title={looks.rowTitle?.(row)}
      >
        {looks.renderRowHead(row)}
      </div>
      {places.map(({ index, start, size }) => {
        const { cluster } = columns[index];
        const [cell, ...others] = byCluster.get(cluster) ?? [];
        const isActive = index === activeColumn;
        const point = (anchor: HTMLElement) =>
          onPoint(cell && { anchor, row, cell });
        const open = cell && onOpen && (() => onOpen(cell, row));
        return (
          <div
            key={cluster}
            ref={isActive ? active : undefined}
            role="gridcell"
            aria-colindex={index + 2}
            aria-label={looks.describeCell(row, cluster, cell)}
            tabIndex={isActive ? 0 : -1}
            className={`${classes.slot} ${
              beginsEnvironment(columns, index) ? classes.newEnvironment : ''
            }`}
            style={{
              height: '100%',
              left: start,
              width: size,
            }}
            onFocus={event => {
              onStand({ row: position, column: index });
              point(event.currentTarget);
            }}
            onPointerEnter={event => point(event.currentTarget)}
            onPointerLeave={() => onPoint(undefined)}
            onClick={open}
            onKeyDown={event => {
              if (open && event.key === 'Enter') {
                open();
              }
            }}
          >
            {cell &&
              looks.renderCell(cell, {
                row,
                more: others.length,
                opens: open !== undefined,
              })}
          </div>
        );
      })}
    </>
  );
}

function cellsByCluster<Cell extends { cluster: string }>(
  cells: readonly Cell[],
): Map<string, Cell[]> {
  const byCluster = new Map<string, Cell[]>();
  for (const cell of cells) {
    byCluster.set(cell.cluster, [...(byCluster.get(cell.cluster) ?? []), cell]);
  }
  return byCluster;
}
