import type { ScopedFilters } from '@fleetcommander/backstage-plugin-fleet-react';

/** What the ledger can be narrowed by in the URL. */
export const driftFilterKeys = [
  'kind',
  'severity',
  'environment',
  'cluster',
  'owner',
  'engine',
  'manager',
  'entity',
  'application',
  'deliveryKey',
  'acknowledged',
  'muted',
  'state',
  'mine',
] as const;

/** The ledger's filters. */
export type DriftFilters = ScopedFilters<(typeof driftFilterKeys)[number]>;
