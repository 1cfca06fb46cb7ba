import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** The selector of a workload's pods as a query parameter; `undefined` when it would select them all. */
export function labelSelectorOf(workload: KubernetesObject) {
  const { matchLabels = {}, matchExpressions = [] } =
    (workload.spec as { selector?: Selector } | undefined)?.selector ?? {};
  const requirements = [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(expressionText),
  ];
  return requirements.join(',') || undefined;
}

function expressionText({
  key,
  operator,
  values = [],
}: NonNullable<Selector['matchExpressions']>[number]): string {
  switch (operator) {
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    default:
      return `${key} ${operator.toLowerCase()} (${values.join(',')})`;
  }
}
