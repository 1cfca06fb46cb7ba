import type {
  PolicyCoverageColumn,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';

const nowhere = 'no environment';

/**
 * On how many of the clusters a row is enforced, by environment where they differ in that: `production 2 of 3, staging 1 of 2`. Last in
 * promotion order comes first, and clusters of which none is known last.
 */
export function enforcedWords(
  { cells }: Pick<PolicyCoverageRow, 'cells'>,
  columns: readonly Pick<PolicyCoverageColumn, 'cluster' | 'environment'>[],
): string {
  const enforcing = new Set(
    cells.filter(({ state }) => state === 'enforce').map(cell => cell.cluster),
  );
  const environments = new Map<string, { enforced: number; all: number }>();
  for (const { cluster, environment = nowhere } of columns) {
    const counts = environments.get(environment) ?? { enforced: 0, all: 0 };
    counts.all += 1;
    counts.enforced += Number(enforcing.has(cluster));
    environments.set(environment, counts);
  }
  const short = [...environments].filter(
    ([, { enforced, all }]) => enforced < all,
  );
  if (short.length === 0 || environments.size === 1) {
    return `${enforcing.size} of ${columns.length} enforce`;
  }
  return short
    .reverse()
    .sort(([a], [b]) => Number(a === nowhere) - Number(b === nowhere))
    .map(([name, { enforced, all }]) => `${name} ${enforced} of ${all}`)
    .join(' · ');
}
