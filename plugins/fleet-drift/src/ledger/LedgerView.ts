import type { FleetScope } from '@fleetcommander/backstage-plugin-fleet-react';
import type { DriftFilters } from './driftFilterKeys';

/** What every view of the ledger is given. */
export interface LedgerView extends DriftFilters {
  scope: FleetScope | undefined;
  onOpen(id: string): void;
}
