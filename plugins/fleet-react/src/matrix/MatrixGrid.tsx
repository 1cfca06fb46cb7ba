import type {
  MatrixCell,
  MatrixColumn,
  MatrixRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ReactNode } from 'react';
import { ClusterGrid } from '../grid/ClusterGrid';
import type { GridLooks } from '../grid/GridRow';
import type { FleetList } from '../hooks/useInfiniteFleet';
import { EmptyState } from '../notices/EmptyState';
import { StateBadge } from '../state/StateBadge';
import { describeCell } from './describeCell';
import { MatrixCellFacts } from './MatrixCellFacts';
import { MatrixCellView } from './MatrixCellView';
import { MatrixRowHead } from './MatrixRowHead';

/** Props of {@link MatrixGrid}. @public */
export interface MatrixGridProps {
  /** What the grid shows, for those who do not see it. */
  label: string;
  /** Clusters, in promotion order. */
  columns: readonly MatrixColumn[];
  list: FleetList<MatrixRow> | readonly MatrixRow[];
  onOpen?(cell: MatrixCell, row: MatrixRow): void;
  /** A heading for each run of rows of one group; the rows come ordered by it. */
  groupBy?(row: MatrixRow): string;
  /** A heading, where its name alone is not what is to be shown. */
  renderGroup?(group: string): ReactNode;
  empty?: ReactNode;
  maxHeight?: string;
}

const rowKey = (row: MatrixRow) => row.deliveryKey;

const looks: GridLooks<MatrixRow, MatrixCell> = {
  cellsOf: ({ cells }) => cells,
  renderRowHead: row => <MatrixRowHead row={row} />,
  rowTitle: rowKey,
  renderCell: (cell, { more, opens }) => (
    <MatrixCellView cell={cell} more={more} opens={opens} />
  ),
  describeCell,
};

/**
 * Which version of what runs where: applications by clusters, virtualised both ways, for pointer and keyboard.
 *
 * @public
 */
export function MatrixGrid(props: MatrixGridProps) {
  return (
    <ClusterGrid
      empty={
        <EmptyState
          title="Nothing to compare"
          description="Here would be applications by clusters, with the version that each runs."
        />
      }
      {...props}
      corner="Application"
      rowKey={rowKey}
      looks={looks}
      renderMark={({ state, freshness }) =>
        state !== 'healthy' && (
          <StateBadge
            state={state}
            size="small"
            iconOnly
            stale={freshness.stale}
          />
        )
      }
      renderCard={(cell, row) => <MatrixCellFacts row={row} cell={cell} />}
    />
  );
}
