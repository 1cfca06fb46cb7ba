import type { FleetListOptions } from '@fleetcommander/backstage-plugin-fleet-common';
import { useSearch } from './useSearch';

/** An order field of the API with its direction. @public */
export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}

/** Filters, text and order of a list, as the URL has them. @public */
export interface Filters<Key extends string> {
  values: Record<Key, readonly string[]>;
  text: string;
  sort: Sort | undefined;
  setValues(key: Key, values: readonly string[]): void;
  /** Adds the value where it is absent and removes it where it is present. */
  toggle(key: Key, value: string): void;
  setText(text: string): void;
  setSort(sort: Sort | undefined): void;
  clear(): void;
  /** To be spread into the options of the client. */
  query: Pick<FleetListOptions, 'filter' | 'text' | 'orderField'>;
  /** Differs when the query differs; for the dependencies of a hook. */
  key: string;
  /** Whether anything narrows the list. */
  active: boolean;
}

/**
 * Keeps filters, text and order in the URL, so that a link shows the same list to everybody.
 *
 * @public
 */
export function useFilters<Key extends string>(
  keys: readonly Key[],
  options: { sort?: Sort } = {},
): Filters<Key> {
  const [search, changeSearch] = useSearch();
  const values = Object.fromEntries(
    keys.map(key => [key, search.getAll(key).filter(Boolean)]),
  ) as Record<Key, string[]>;
  const text = search.get('text') ?? '';
  const sort = parseSort(search.get('sort')) ?? options.sort;

  const terms = keys.flatMap(key =>
    values[key].map(value => `${key}=${value}`),
  );
  const query = {
    ...(terms.length > 0 && { filter: [terms.join(',')] }),
    ...(text && { text }),
    ...(sort && { orderField: `${sort.field},${sort.direction}` }),
  };

  const setValues = (key: Key, next: readonly string[]) =>
    changeSearch(changed => {
      changed.delete(key);
      for (const value of next) {
        changed.append(key, value);
      }
    });

  return {
    values,
    text,
    sort,
    setValues,
    toggle: (key, value) =>
      setValues(
        key,
        values[key].includes(value)
          ? values[key].filter(other => other !== value)
          : [...values[key], value],
      ),
    setText: next =>
      changeSearch(changed => {
        if (next) {
          changed.set('text', next);
        } else {
          changed.delete('text');
        }
      }),
    setSort: next =>
      changeSearch(changed => {
        if (next) {
          changed.set('sort', `${next.field},${next.direction}`);
        } else {
          changed.delete('sort');
        }
      }),
    clear: () =>
      changeSearch(changed => {
        for (const key of [...keys, 'text']) {
          changed.delete(key);
        }
      }),
    query,
    key: JSON.stringify(query),
    active: terms.length > 0 || text !== '',
  };
}

function parseSort(value: string | null): Sort | undefined {
  const [, field, direction] = value?.match(/^(.+),(asc|desc)$/) ?? [];
  return field
    ? { field, direction: direction === 'desc' ? 'desc' : 'asc' }
    : undefined;
}
