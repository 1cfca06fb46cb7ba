import type {
  ApplicationDriftFacts,
  DriftIgnoreRule,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, textsOf } from '../fields';
import { mostIgnoreRules, mostPaths } from '../mostIgnoreRules';

/** Names that are no regular expression. */
const plainName = /^[A-Za-z0-9.:-]+$/;

/**
 * Reads `ignore` of a Kustomization, or of a HelmRelease's drift detection. A rule whose target goes by labels or by a regular
 * expression is taken to hold for more objects than it does: better a drift that is not told than one that is none.
 */
export function ignoreRules(
  value: unknown,
): Pick<ApplicationDriftFacts, 'ignoreRules' | 'ignoreRulesCut'> {
  const items = itemsOf(value);
  const rules = items.slice(0, mostIgnoreRules).map((item): DriftIgnoreRule => {
    const { paths, target } = fieldsOf(item);
    const { group, kind, namespace, name } = fieldsOf(target);
    return {
      group: plain(group),
      kind: plain(kind),
      namespace: plain(namespace),
      name: plain(name),
      jsonPointers: itemsOf(paths).includes('')
        ? ['']
        : textsOf(paths).slice(0, mostPaths),
    };
  });
  return rules.length > 0
    ? {
        ignoreRules: rules,
        ignoreRulesCut: items.length > rules.length || undefined,
      }
    : {};
}

function plain(value: unknown): string | undefined {
  const text = textOf(value);
  return text && plainName.test(text) ? text : undefined;
}
