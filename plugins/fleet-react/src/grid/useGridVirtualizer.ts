import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
} from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect } from 'react';
import type { CellPosition } from './useRovingCell';

/** Where a row or column lies. */
export interface Place {
  index: number;
  start: number;
  size: number;
}

/** The part of the grid that is rendered, in pixels. */
export interface GridVirtualizer {
  rows: Place[];
  columns: Place[];
  headHeight: number;
  headWidth: number;
  height: number;
  width: number;
  reveal(position: CellPosition): void;
}

const headHeight = 80;
const rowHeight = 46;
/** Where there is no room beside them, the words of row heads take two lines. */
const narrowRowHeight = 60;
const mostColumnWidth = 180;

/** Renders what is in sight, and always the cell where the keyboard is. */
export function useGridVirtualizer(options: {
  scroller: RefObject<HTMLElement>;
  entries: readonly { key: string }[];
  columns: readonly { cluster: string }[];
  active: CellPosition;
  narrow: boolean;
  /** Of the row heads, where there is room. */
  wideHead: number;
  /** Of a column, so that its words are read. */
  leastColumn: number;
  /** Of the whole grid; few columns share what there is. */
  room: number;
}): GridVirtualizer {
  const { scroller, entries, active, narrow, room } = options;
  const height = narrow ? narrowRowHeight : rowHeight;
  const headWidth = narrow ? 132 : options.wideHead;
  const columnWidth = Math.min(
    Math.max(
      Math.floor((room - headWidth) / options.columns.length),
      options.leastColumn,
    ),
    mostColumnWidth,
  );

  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => entries[index].key, [entries]),
    estimateSize: () => height,
    overscan: 6,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useWith(active.row),
    initialRect: { height: 800, width: 1280 },
  });
  const columns = useVirtualizer({
    count: options.columns.length,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnWidth,
    overscan: 3,
    paddingStart: headWidth,
    scrollPaddingStart: headWidth,
    rangeExtractor: useWith(active.column),
    initialRect: { height: 800, width: 1280 },
  });

  useEffect(() => rows.measure(), [rows, height]);
  useEffect(() => columns.measure(), [columns, columnWidth]);

  return {
    rows: rows.getVirtualItems(),
    columns: columns.getVirtualItems(),
    headHeight,
    headWidth,
    height: rows.getTotalSize(),
    width: columns.getTotalSize(),
    reveal: position => {
      rows.scrollToIndex(position.row);
      columns.scrollToIndex(position.column);
    },
  };
}

/** The rendered range, with one more index wherever it lies. */
function useWith(index: number) {
  return useCallback(
    (range: Range) => {
      const indexes = new Set(defaultRangeExtractor(range));
      if (index >= 0 && index < range.count) {
        indexes.add(index);
      }
      return [...indexes].sort((a, b) => a - b);
    },
    [index],
  );
}
