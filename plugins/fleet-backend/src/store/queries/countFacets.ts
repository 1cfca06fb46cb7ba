import type { Facets } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Filter } from '../FleetQueryStore';
import { withoutKey } from './filters';

/** Values shown of one facet. */
const mostValues = 50;

/** Items that are alike in all columns that facets ask for. */
export type FacetGroup<C extends string> = Record<C, string | null> & {
  count: number | string;
};

/** The column that a filter key goes by, and the key's values for one of the column's, where these differ. */
export interface Facet<C extends string> {
  column: C;
  valuesOf?: (value: string) => readonly string[];
}

/**
 * Counts what the filter leaves, and the values of filter keys. Each of these is counted with the other keys of the filter applied and
 * not its own, so that its other values stay on offer.
 */
export async function countFacets<C extends string>(
  filter: Filter | undefined,
  facets: Readonly<Record<string, Facet<C>>>,
  readGroups: (filter: Filter | undefined) => Promise<FacetGroup<C>[]>,
): Promise<{ totalItems: number; facets: Facets }> {
  const columns = [
    ...new Set(Object.values(facets).map(({ column }) => column)),
  ];
  const reads = new Map<string, Promise<Counts<C>>>();
  const read = (some: Filter | undefined) => {
    const name = JSON.stringify(some ?? []);
    const counts =
      reads.get(name) ??
      readGroups(some).then(groups => countColumns(groups, columns));
    reads.set(name, counts);
    return counts;
  };
  const [{ totalItems }, ...counted] = await Promise.all([
    read(filter),
    ...Object.entries(facets).map(
      async ([key, facet]) =>
        [key, valuesIn(await read(withoutKey(filter, key)), facet)] as const,
    ),
  ]);
  return { totalItems, facets: Object.fromEntries(counted) };
}

interface Counts<C extends string> {
  totalItems: number;
  byColumn: Map<C, Map<string, number>>;
}

/** In one pass: a large fleet has tens of thousands of groups. */
function countColumns<C extends string>(
  groups: readonly FacetGroup<C>[],
  columns: readonly C[],
): Counts<C> {
  let totalItems = 0;
  const counts = columns.map(
    column => [column, new Map<string, number>()] as const,
  );
  for (const group of groups) {
    const count = Number(group.count);
    totalItems += count;
    for (const [column, byValue] of counts) {
      const value = group[column];
      if (value) {
        byValue.set(value, (byValue.get(value) ?? 0) + count);
      }
    }
  }
  return { totalItems, byColumn: new Map(counts) };
}

function valuesIn<C extends string>(
  { byColumn }: Counts<C>,
  { column, valuesOf = value => [value] }: Facet<C>,
): Facets[string] {
  const counts = new Map<string, number>();
  for (const [stored, count] of byColumn.get(column) ?? []) {
    for (const value of valuesOf(stored)) {
      counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);
}
