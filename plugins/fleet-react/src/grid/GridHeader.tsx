import type { ReactNode } from 'react';
import { ClusterLink } from '../links/ClusterLink';
import { beginsEnvironment } from './beginsEnvironment';
import type { GridColumn } from './GridColumn';
import { useGridStyles } from './useGridStyles';
import type { GridVirtualizer } from './useGridVirtualizer';

/** The clusters across the top, with a line where an environment begins. */
export function GridHeader<Column extends GridColumn>(props: {
  /** What the rows are. */
  corner: string;
  columns: readonly Column[];
  virtual: GridVirtualizer;
  renderMark?(column: Column): ReactNode;
}) {
  const { corner, columns, virtual, renderMark } = props;
  const classes = useGridStyles();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classes.header}
      style={{ height: virtual.headHeight, width: virtual.width }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className={classes.corner}
        style={{ height: virtual.headHeight, width: virtual.headWidth }}
      >
        {corner}
      </div>
      {virtual.columns.map(({ index, start, size }) => {
        const column = columns[index];
        const begins = beginsEnvironment(columns, index);
        return (
          <div
            key={column.cluster}
            role="columnheader"
            aria-colindex={index + 2}
            className={`${classes.columnHead} ${
              begins ? classes.newEnvironment : ''
            }`}
            style={{
              height: virtual.headHeight,
              left: start,
              width: size,
            }}
            title={column.cluster}
          >
            <span className={`${classes.environment} ${classes.clipped}`}>
              {renderMark?.(column)} {column.environment ?? 'no environment'}
            </span>
            <span className={classes.threeLines}>
              <ClusterLink name={column.cluster} entityRef={column.entityRef} />
            </span>
          </div>
        );
      })}
    </div>
  );
}
