import type { DriftIgnoreRule } from '@fleetcommander/backstage-plugin-fleet-node';

const mostRules = 3;
const mostPaths = 3;

/** What rules leave alone, the first few of them: `Deployment web: /spec/replicas; all objects: what keda owns`. */
export function ignoreRuleWords(
  rules: readonly DriftIgnoreRule[],
  isCut: boolean,
): string {
  const more = rules.length - mostRules;
  return [
    ...rules.slice(0, mostRules).map(wordsOf),
    ...(more > 0 ? [`and ${more} more${isCut ? ' at least' : ''}`] : []),
  ].join('; ');
}

function wordsOf({
  group,
  kind,
  namespace,
  name,
  jsonPointers = [],
  jqPathExpressions = [],
  managedFieldsManagers = [],
}: DriftIgnoreRule): string {
  const what = [
    kind ?? (group ? `objects of ${group}` : 'all objects'),
    name,
    namespace && `in ${namespace}`,
  ]
    .filter(Boolean)
    .join(' ');
  const fields = [
    ...jsonPointers.map(pointer => pointer || 'the whole object'),
    ...jqPathExpressions,
    ...managedFieldsManagers.map(manager => `what ${manager} owns`),
  ];
  const more = fields.length - mostPaths;
  const listed = [
    ...fields.slice(0, mostPaths),
    ...(more > 0 ? [`${more} more`] : []),
  ];
  return `${what}: ${listed.join(', ') || 'nothing that is named'}`;
}
