import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback } from 'react';

/** Shorter lists are rendered whole: the page scrolls, and the browser finds everything in them. */
const longList = 60;

/** Which entries of a long list are rendered, and the space that the others take. */
export function useRowVirtualizer(options: {
  scroller: RefObject<HTMLElement>;
  entries: readonly { key: string }[];
  rowHeight: number;
}) {
  const { scroller, entries, rowHeight } = options;
  const long = entries.length > longList;
  const virtualizer = useVirtualizer({
    count: entries.length,
    enabled: long,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => entries[index].key, [entries]),
    estimateSize: () => rowHeight,
    overscan: 8,
  });

  const visible = virtualizer.getVirtualItems();
  const last = visible.at(-1);
  return {
    long,
    indexes: long ? visible.map(({ index }) => index) : [...entries.keys()],
    lastVisible: last?.index,
    spaceBefore: long ? visible.at(0)?.start ?? 0 : 0,
    spaceAfter: long ? virtualizer.getTotalSize() - (last?.end ?? 0) : 0,
    measure: virtualizer.measureElement,
  };
}
