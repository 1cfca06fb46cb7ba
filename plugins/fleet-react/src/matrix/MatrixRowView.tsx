import type {
  MatrixCell,
  MatrixColumn,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { memo, useEffect, useMemo, useRef } from 'react';
import { EntityLink } from '../links/EntityLink';
import { StateBadge } from '../state/StateBadge';
import { beginsEnvironment } from './beginsEnvironment';
import { describeCell } from './describeCell';
import { MatrixCellView } from './MatrixCellView';
import type { Place } from './useMatrixVirtualizer';
import type { CellPosition } from './useRovingCell';
import { useMatrixStyles } from './useMatrixStyles';

interface MatrixRowViewProps {
  row: MatrixRow;
  columns: readonly MatrixColumn[];
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
    pointed:
      | { anchor: HTMLElement; row: MatrixRow; cell: MatrixCell }
      | undefined,
  ): void;
  onOpen?(cell: MatrixCell, row: MatrixRow): void;
  onStand(position: CellPosition): void;
}

/** One application across the clusters. */
export const MatrixRowView = memo((props: MatrixRowViewProps) => {
  const { row, columns, position, places, activeColumn, focusActive } = props;
  const { onPoint, onOpen, onStand } = props;
  const classes = useMatrixStyles();
  const active = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (focusActive && activeColumn !== undefined) {
      active.current?.focus({ preventScroll: true });
    }
  }, [focusActive, activeColumn]);

  const cellsOf = useMemo(() => cellsByCluster(row), [row]);
  return (
    <>
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes.rowHead}
        style={{ width: props.headWidth }}
        title={row.deliveryKey}
      >
        <StateBadge state={row.state} iconOnly />
        <span className={classes.twoLines}>
          {row.entityRef ? (
            <EntityLink entityRef={row.entityRef} title={row.title} />
          ) : (
            row.title
          )}
        </span>
      </div>
      {places.map(({ index, start, size }) => {
        const { cluster } = columns[index];
        const [cell, ...others] = cellsOf.get(cluster) ?? [];
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
            aria-label={describeCell(row, cluster, cell)}
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
            {cell && (
              <MatrixCellView
                cell={cell}
                more={others.length}
                opens={open !== undefined}
              />
            )}
          </div>
        );
      })}
    </>
  );
});

function cellsByCluster(row: MatrixRow): Map<string, MatrixCell[]> {
  const cells = new Map<string, MatrixCell[]>();
  for (const cell of row.cells) {
    cells.set(cell.cluster, [...(cells.get(cell.cluster) ?? []), cell]);
  }
  return cells;
}
