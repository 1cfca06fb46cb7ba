import type {
  DriftIgnoreRule,
  DriftObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { splitPath } from './fieldPath';

/** `.spec.template.spec.containers[].image`; anything with a pipe or a call is more than that. */
const plainExpression =
  /^(?:\.[A-Za-z_]\w*|\.?\[(?:"(?:[^"\\]|\\.)*"|\d*)\])+$/;
const partOfExpression = /\.([A-Za-z_]\w*)|\[(?:"((?:[^"\\]|\\.)*)"|\d*)\]/g;

/** Stands for any item of a list. Which item an index is, is not known of one that is gone. */
const anyItem = Symbol('any item');
type Step = string | typeof anyItem;

/** Why an object cannot be judged under these rules; `undefined` when it can. */
export function unjudgedBy(
  rules: readonly DriftIgnoreRule[],
  object: DriftObject,
): string | undefined {
  const expression = rules
    .filter(rule => isAbout(rule, object))
    .flatMap(rule => rule.jqPathExpressions ?? [])
    .find(text => !plainExpression.test(text));
  return (
    expression &&
    `Argo CD ignores ${expression} in it, an expression that is not understood here`
  );
}

/** Whether the engine was told to leave a field alone. */
export function isIgnored(
  rules: readonly DriftIgnoreRule[],
  object: DriftObject,
  field: { path: string; managers: readonly string[] },
): boolean {
  const steps = stepsOfPath(field.path);
  return rules.some(
    rule =>
      isAbout(rule, object) &&
      (rule.jsonPointers?.some(text => leads(stepsOfPointer(text), steps)) ||
        rule.jqPathExpressions?.some(text =>
          leads(stepsOfExpression(text), steps),
        ) ||
        rule.managedFieldsManagers?.some(name =>
          field.managers.includes(name),
        )),
  );
}

function isAbout(rule: DriftIgnoreRule, object: DriftObject): boolean {
  return (
    (rule.group ?? object.group) === object.group &&
    (rule.kind ?? object.kind) === object.kind &&
    (rule.namespace ?? object.namespace) === object.namespace &&
    (rule.name ?? object.name) === object.name
  );
}

/** Whether the field is what is ignored, or lies in it, or holds it as a whole. */
function leads(
  ignored: readonly Step[] | undefined,
  steps: readonly Step[],
): boolean {
  return (
    ignored !== undefined &&
    steps.every(
      (step, index) =>
        index >= ignored.length ||
        step === ignored[index] ||
        (step === anyItem && isIndex(ignored[index])),
    )
  );
}

function isIndex(step: Step): boolean {
  return step === anyItem || /^(\d+|-|\*)$/.test(step);
}

function stepsOfPath(path: string): Step[] {
  return splitPath(path).map(part => {
    if (part.startsWith('.')) {
      return part.slice(1);
    }
    return part.startsWith('["') ? JSON.parse(part.slice(1, -1)) : anyItem;
  });
}

function stepsOfPointer(pointer: string): Step[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function stepsOfExpression(text: string): Step[] | undefined {
  return plainExpression.test(text)
    ? [...text.matchAll(partOfExpression)].map(
        ([, name, quoted]) => name ?? quoted ?? anyItem,
      )
    : undefined;
}
