import {
  policyModes,
  type PolicyMode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { PolicyBindingFacts } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { namespacesWords } from '../policy/selectorWords';

interface Action {
  mode: PolicyMode;
  word: string;
  where?: string;
}

/**
 * What the rules of a ClusterPolicy or Policy do, and where. A rule's own `failureAction` goes before that of the whole policy, which
 * older versions have; `Audit` is the default of both.
 */
export function ruleBindings(spec: Fields): PolicyBindingFacts[] {
  const rules = itemsOf(spec.rules).map(fieldsOf);
  const byAction = new Map<string, Action & { rules: Set<string> }>();
  for (const rule of rules) {
    for (const action of actionsOf(rule, spec)) {
      const key = JSON.stringify(action);
      const entry = byAction.get(key) ?? { ...action, rules: new Set() };
      entry.rules.add(textOf(rule.name) ?? 'a rule without a name');
      byAction.set(key, entry);
    }
  }
  return [...byAction.values()].map(({ mode, word, where, rules: names }) => ({
    mode,
    word,
    where:
      [
        names.size < rules.length &&
          `rule${names.size > 1 ? 's' : ''} ${[...names].join(', ')}`,
        where,
      ]
        .filter(Boolean)
        .join(' ') || undefined,
  }));
}

function actionsOf(rule: Fields, spec: Fields): Action[] {
  const checks = rule.validate
    ? [fieldsOf(rule.validate)]
    : itemsOf(rule.verifyImages).map(fieldsOf);
  return checks.length > 0
    ? checks.flatMap(check => actionsOfCheck(check, spec))
    : [{ mode: 'enforce', word: rule.generate ? 'generate' : 'mutate' }];
}

function actionsOfCheck(checked: Fields, spec: Fields): Action[] {
  const word = checked.failureAction ?? spec.validationFailureAction;
  const overrides = itemsOf(
    checked.failureActionOverrides ?? spec.validationFailureActionOverrides,
  ).map(fieldsOf);
  const usual = actionOf(textOf(word) ?? 'Audit', spec);
  const elsewhere = overrides.map(
    ({ action, namespaces, namespaceSelector }): Action => ({
      ...actionOf(textOf(action) ?? 'Audit', spec),
      where: namespacesWords({
        names: namespaces,
        selector: namespaceSelector,
      }),
    }),
  );
  // What is let through in some namespaces is not enforced everywhere.
  const weaker = elsewhere.flatMap(({ mode, where }) =>
    where && policyModes.indexOf(mode) > policyModes.indexOf(usual.mode)
      ? `not ${where}`
      : [],
  );
  return [{ ...usual, where: weaker.join(', ') || undefined }, ...elsewhere];
}

function actionOf(word: string, spec: Fields): Action {
  if (word.toLowerCase() === 'enforce') {
    return spec.admission === false
      ? { mode: 'audit', word: `${word}, admission off` }
      : { mode: 'enforce', word };
  }
  return spec.emitWarning === true && spec.admission !== false
    ? { mode: 'warn', word: `${word}, emitWarning` }
    : { mode: 'audit', word };
}
