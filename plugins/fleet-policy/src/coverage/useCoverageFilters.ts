import {
  useScopedFilters,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';

const keys = [
  'environment',
  'region',
  'cluster',
  'engine',
  'type',
  'severity',
  'category',
  'control',
] as const;

const columnKeys = ['environment', 'region', 'cluster'] as const;

/** The filters of the URL: some choose clusters, the others policies. */
export function useCoverageFilters(scope: FleetScope | undefined) {
  const { filters, filterWith } = useScopedFilters(keys, { scope });
  const none = Object.fromEntries(keys.map(key => [key, []]));
  const columns = Object.fromEntries(
    columnKeys.map(key => [key, filters.values[key]]),
  );
  return {
    filters,
    filter: filterWith(),
    /** What of it chooses clusters. */
    columnFilter: filterWith({ ...none, ...columns }),
  };
}
