import type { ReactNode } from 'react';

/** Props of {@link Stack}. @public */
export interface StackProps {
  direction?: 'row' | 'column';
  /** In units of 8 px; 2 when absent. */
  gap?: number;
  align?: 'start' | 'center' | 'end' | 'baseline';
  justify?: 'start' | 'between' | 'end';
  wrap?: boolean;
  children: ReactNode;
}

const placements = {
  start: 'flex-start',
  end: 'flex-end',
  between: 'space-between',
  center: 'center',
  baseline: 'baseline',
};

/**
 * Things in a row or a column.
 *
 * @public
 */
export function Stack(props: StackProps) {
  const { direction = 'column', gap = 2, align, justify, wrap } = props;
  return (
    <div
      style={{
        alignItems: align && placements[align],
        display: 'flex',
        flexDirection: direction,
        flexWrap: wrap ? 'wrap' : undefined,
        gap: gap * 8,
        justifyContent: justify && placements[justify],
        minWidth: 0,
      }}
    >
      {props.children}
    </div>
  );
}
