import type { PolicyCoverageCell } from '@fleetcommander/backstage-plugin-fleet-common';

type CellPolicy = PolicyCoverageCell['policies'][number];

/** Policies of a cell without their repetition in every namespace: those of the whole cluster first, the others with where they are. */
export function oncePerPolicy(
  policies: readonly CellPolicy[],
): (CellPolicy & { where: string })[] {
  const namespaces = new Map<string, { policy: CellPolicy; in: string[] }>();
  for (const policy of policies) {
    const key = `${policy.id} ${policy.word}`;
    const same = namespaces.get(key) ?? { policy, in: [] };
    namespaces.set(key, same);
    if (policy.namespace) {
      same.in.push(policy.namespace);
    }
  }
  return [...namespaces.values()]
    .sort((a, b) => Number(a.in.length > 0) - Number(b.in.length > 0))
    .map(same => ({ ...same.policy, where: whereWords(same.in) }));
}

function whereWords(namespaces: readonly string[]): string {
  if (namespaces.length === 0) {
    return '';
  }
  return namespaces.length === 1
    ? `in ${namespaces[0]}`
    : `in ${namespaces.length} namespaces`;
}
