import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  type FleetList,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { columnsFor } from './driftColumns';
import type { LedgerView } from './LedgerView';
import { NothingDiffers } from './NothingDiffers';

/** What differs, worst first. */
export function DriftTable(props: LedgerView & { drifts: FleetList<Drift> }) {
  const { drifts, filters, scope, onOpen } = props;

  return (
    <FleetTable<Drift>
      label="Drift"
      list={drifts}
      columns={columnsFor(scope)}
      rowKey={drift => drift.id}
      sort={filters.sort}
      onSort={filters.setSort}
      onOpen={drift => onOpen(drift.id)}
      openLabel={drift => `Open ${drift.title}: ${drift.summary}`}
      isStale={drift => drift.freshness.stale}
      empty={
        filters.active ? (
          <EmptyState
            title="No drift matches"
            description="No drift that you may see has all of these."
            action={{ title: 'Clear the filters', onClick: filters.clear }}
          />
        ) : (
          <NothingDiffers scope={scope} />
        )
      }
    />
  );
}
