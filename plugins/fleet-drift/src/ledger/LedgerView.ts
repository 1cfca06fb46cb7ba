import type { DriftFilters } from './useDriftFilters';
import type { DriftScope } from './DriftScope';

/** What every view of the ledger is given. */
export interface LedgerView extends DriftFilters {
  scope: DriftScope | undefined;
  onOpen(id: string): void;
}
