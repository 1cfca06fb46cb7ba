import type {
  PolicyCoverageCell,
  PolicyCoverageColumn,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { type ReactNode, useMemo } from 'react';
import { ClusterGrid } from '../grid/ClusterGrid';
import type { GridLooks } from '../grid/GridRow';
import type { FleetList } from '../hooks/useInfiniteFleet';
import { StateBadge } from '../state/StateBadge';
import { CoverageCellFacts } from './CoverageCellFacts';
import { CoverageCellView } from './CoverageCellView';
import { CoverageRowHead } from './CoverageRowHead';
import { describeCoverage } from './describeCoverage';

/** Props of {@link CoverageGrid}. @public */
export interface CoverageGridProps {
  /** What the grid shows, for those who do not see it. */
  label: string;
  /** What the rows are. */
  corner: string;
  /** Clusters, in promotion order. */
  columns: readonly PolicyCoverageColumn[];
  list: FleetList<PolicyCoverageRow> | readonly PolicyCoverageRow[];
  onOpen?(cell: PolicyCoverageCell, row: PolicyCoverageRow): void;
  empty?: ReactNode;
  maxHeight?: string;
}

const rowKey = (row: PolicyCoverageRow) => row.id;

/**
 * Which cluster has which policy, and what it does there: policies or controls by clusters, virtualised both ways, for pointer and
 * keyboard.
 *
 * @public
 */
export function CoverageGrid(props: CoverageGridProps) {
  const { columns } = props;
  const looks = useMemo(
    (): GridLooks<PolicyCoverageRow, PolicyCoverageCell> => ({
      cellsOf: ({ cells }) => cells,
      renderRowHead: row => <CoverageRowHead row={row} columns={columns} />,
      rowTitle: ({ description, title }) => description ?? title,
      renderCell: (cell, { opens }) => (
        <CoverageCellView cell={cell} opens={opens} />
      ),
      describeCell: describeCoverage,
    }),
    [columns],
  );
  return (
    <ClusterGrid
      {...props}
      rowKey={rowKey}
      looks={looks}
      headWidth={268}
      columnWidth={120}
      renderMark={({ freshness }) =>
        freshness.stale && (
          <StateBadge
            state="unknown"
            summary={freshness.reason}
            size="small"
            iconOnly
            stale
          />
        )
      }
      renderCard={(cell, row) => <CoverageCellFacts row={row} cell={cell} />}
    />
  );
}
