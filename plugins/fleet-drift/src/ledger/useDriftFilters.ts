import {
  useFilters,
  type Filters,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { DriftScope } from './DriftScope';

const keys = [
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

/** What the ledger can be narrowed by in the URL. */
export type DriftFilterKey = (typeof keys)[number];

/** The filters of the URL, and the queries that they make within a scope. */
export interface DriftFilters {
  filters: Filters<DriftFilterKey>;
  /** The filter of the API, with some of the keys set to other values. */
  filterWith(
    values?: Partial<Record<DriftFilterKey, readonly string[]>>,
  ): string[];
  /** The address of this screen, with some of the keys set to other values. */
  linkWith(
    values: Partial<Record<DriftFilterKey, readonly string[]>>,
    rest?: { view?: string; drift?: string },
  ): string;
}

/** Keeps the filters in the URL; a scope holds beside them. */
export function useDriftFilters(scope: DriftScope | undefined): DriftFilters {
  const filters = useFilters(keys, {
    sort: { field: 'severity', direction: 'asc' },
  });
  return {
    filters,
    filterWith(other) {
      const values = { ...filters.values, ...other };
      const terms = keys
        .filter(key => key !== scope?.key)
        .flatMap(key => values[key].map(value => `${key}=${value}`));
      if (scope) {
        terms.push(`${scope.key}=${scope.value}`);
      }
      return terms.length > 0 ? [terms.join(',')] : [];
    },
    linkWith(other, rest) {
      const search = new URLSearchParams(rest);
      if (filters.text) {
        search.set('text', filters.text);
      }
      for (const key of keys) {
        for (const value of other[key] ?? filters.values[key]) {
          search.append(key, value);
        }
      }
      return `?${search}`;
    },
  };
}
