import type { ReactNode } from 'react';

/** A column of {@link FleetTable}. @public */
export interface FleetTableColumn<Row> {
  key: string;
  title: string;
  render(row: Row): ReactNode;
  /** The order field of the API; the header sorts by it. */
  sort?: string;
  /** A grid track, as `120px` or `minmax(160px, 2fr)`. */
  width?: string;
  align?: 'end';
}

const defaultWidth = 'minmax(120px, 1fr)';

/** How a row is laid out: the tracks of its grid, and the width below which the table scrolls sideways. */
export interface TableTracks {
  template: string;
  leastWidth: number;
}

/** The tracks of a row, with those of its controls around the columns. */
export function tableTracks(
  columns: readonly { width?: string }[],
  controls: { selectable: boolean; expandable: boolean; openable: boolean },
): TableTracks {
  const control = '44px';
  const tracks = [
    ...(controls.selectable ? [control] : []),
    ...(controls.expandable ? [control] : []),
    ...columns.map(({ width }) => width ?? defaultWidth),
    ...(controls.openable ? [control] : []),
  ];
  return {
    template: tracks.join(' '),
    leastWidth: tracks
      .map(track => Number(track.match(/(\d+)px/)?.[1] ?? 0))
      .reduce((sum, pixels) => sum + pixels, 0),
  };
}
