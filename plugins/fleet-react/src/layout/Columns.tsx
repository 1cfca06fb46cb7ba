import type { ReactNode } from 'react';

/** Props of {@link Columns}. @public */
export interface ColumnsProps {
  /** No column is narrower than this many pixels; 280 when absent. */
  min?: number;
  /** In units of 8 px; 3 when absent. */
  gap?: number;
  children: ReactNode;
}

/**
 * Equal columns, as many as there is room for.
 *
 * @public
 */
export function Columns(props: ColumnsProps) {
  const { min = 280, gap = 3, children } = props;
  return (
    <div
      style={{
        alignItems: 'start',
        display: 'grid',
        gap: gap * 8,
        gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))`,
      }}
    >
      {children}
    </div>
  );
}
