import { useFilters, type Filters, type Sort } from '../hooks/useFilters';
import type { FleetScope } from './FleetScope';

/** Values by filter key. @public */
export type FilterValues<Key extends string> = Partial<
  Record<Key, readonly string[]>
>;

/** The filters of the URL, and the queries that they make within a scope. @public */
export interface ScopedFilters<Key extends string> {
  filters: Filters<Key>;
  /** The filter of the API, with some of the keys set to other values. */
  filterWith(values?: FilterValues<Key>): string[];
  /** The address of this screen, with some of the keys set to other values, and what else a link carries along. */
  linkWith(values: FilterValues<Key>, rest?: Record<string, string>): string;
}

/**
 * Keeps the filters of a screen in the URL; a scope holds beside them.
 *
 * @public
 */
export function useScopedFilters<Key extends string>(
  keys: readonly Key[],
  options: { scope?: FleetScope; sort?: Sort } = {},
): ScopedFilters<Key> {
  const { scope, sort } = options;
  const filters = useFilters(keys, { sort });
  return {
    filters,
    filterWith(other) {
      const values: Record<Key, readonly string[]> = {
        ...filters.values,
        ...other,
      };
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
