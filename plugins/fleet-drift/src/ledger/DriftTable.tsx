import type { Drift } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FleetTable,
  type FleetList,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { driftColumns } from './driftColumns';
import type { LedgerView } from './LedgerView';
import { NothingDiffers } from './NothingDiffers';

/** What every row would say alike. */
function hiddenColumn(scope: FleetScope | undefined): string | undefined {
  if (scope?.key === 'cluster') {
    return 'where';
  }
  return scope?.sum === false ? 'owner' : undefined;
}

/** What differs, worst first. */
export function DriftTable(props: LedgerView & { drifts: FleetList<Drift> }) {
  const { drifts, filters, scope, onOpen } = props;
  const hidden = hiddenColumn(scope);

  return (
    <FleetTable<Drift>
      label="Drift"
      list={drifts}
      columns={driftColumns.filter(({ key }) => key !== hidden)}
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
