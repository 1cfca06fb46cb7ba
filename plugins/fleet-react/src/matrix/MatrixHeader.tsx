import type { MatrixColumn } from '@fleetcommander/backstage-plugin-fleet-common';
import { ClusterLink } from '../links/ClusterLink';
import { beginsEnvironment } from './beginsEnvironment';
import { StateBadge } from '../state/StateBadge';
import type { MatrixVirtualizer } from './useMatrixVirtualizer';
import { useMatrixStyles } from './useMatrixStyles';

/** The clusters across the top, with a line where an environment begins. */
export function MatrixHeader(props: {
  columns: readonly MatrixColumn[];
  virtual: MatrixVirtualizer;
}) {
  const { columns, virtual } = props;
  const classes = useMatrixStyles();
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
        Application
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
              {column.state !== 'healthy' && (
                <StateBadge
                  state={column.state}
                  size="small"
                  iconOnly
                  stale={column.freshness.stale}
                />
              )}{' '}
              {column.environment ?? 'no environment'}
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
