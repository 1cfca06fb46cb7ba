import type { KeyboardEvent } from 'react';
import { useState } from 'react';

/** Where in the grid the keyboard is. */
export interface CellPosition {
  row: number;
  column: number;
}

const page = 10;

/** Moves one cell at a time through a grid by the arrow keys, Home, End, Page Up and Page Down; with Ctrl to its corners. */
export function useRovingCell(options: {
  rows: number;
  columns: number;
  /** Whether a cell can be stood on in this row. */
  hasCells(row: number): boolean;
}) {
  const { rows, columns, hasCells } = options;
  const [position, setPosition] = useState<CellPosition>({ row: 0, column: 0 });

  const firstRow = nextRow(-1, 1);
  const active = {
    row: hasCells(position.row) ? position.row : firstRow,
    column: Math.min(position.column, columns - 1),
  };

  /** The next row with cells in a direction; the last such when there is none beyond. */
  function nextRow(from: number, step: number): number {
    let reached = from;
    const direction = Math.sign(step);
    for (let row = from + direction; row >= 0 && row < rows; row += direction) {
      if (hasCells(row)) {
        reached = row;
        if (Math.abs(row - from) >= Math.abs(step)) {
          break;
        }
      }
    }
    return reached;
  }

  const targets: Record<string, (whole: boolean) => CellPosition> = {
    ArrowRight: () => ({ ...active, column: active.column + 1 }),
    ArrowLeft: () => ({ ...active, column: active.column - 1 }),
    ArrowDown: () => ({ ...active, row: nextRow(active.row, 1) }),
    ArrowUp: () => ({ ...active, row: nextRow(active.row, -1) }),
    PageDown: () => ({ ...active, row: nextRow(active.row, page) }),
    PageUp: () => ({ ...active, row: nextRow(active.row, -page) }),
    Home: whole => ({ row: whole ? firstRow : active.row, column: 0 }),
    End: whole => ({
      row: whole ? nextRow(rows, -1) : active.row,
      column: columns - 1,
    }),
  };

  /** Where a key leads, if it is one that moves. */
  const move = (event: KeyboardEvent): CellPosition | undefined => {
    const target = targets[event.key]?.(event.ctrlKey || event.metaKey);
    if (target) {
      event.preventDefault();
      const column = Math.min(Math.max(target.column, 0), columns - 1);
      const moved = { row: target.row, column };
      setPosition(moved);
      return moved;
    }
    return undefined;
  };

  return { active, setActive: setPosition, move };
}
