import type { Facets } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Filter } from '../FleetQueryStore';
import { withoutKey } from './filters';

/** Values shown of one facet. */
const mostValues = 50;

/** Items that are alike in all that facets ask for. */
export interface FacetGroup {
  count: number | string;
}

/**
 * Counts the values of filter keys. Each is counted with the other keys of the filter applied and not its own, so that its other
 * values stay on offer.
 */
export async function countFacets<G extends FacetGroup>(
  filter: Filter | undefined,
  facets: Readonly<Record<string, (group: G) => readonly string[]>>,
  readGroups: (filter: Filter | undefined) => Promise<G[]>,
): Promise<Facets> {
  const groups = new Map<string, Promise<G[]>>();
  const result: Facets = {};
  for (const [key, valuesOf] of Object.entries(facets)) {
    const others = withoutKey(filter, key);
    const name = JSON.stringify(others ?? []);
    const read = groups.get(name) ?? readGroups(others);
    groups.set(name, read);
    const counts = new Map<string, number>();
    for (const group of await read) {
      for (const value of valuesOf(group)) {
        counts.set(value, (counts.get(value) ?? 0) + Number(group.count));
      }
    }
    result[key] = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues);
  }
  return result;
}
