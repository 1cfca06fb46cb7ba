import { isCelError } from '@bufbuild/cel';
import type { ClaimError, UncheckedRule } from '../ClaimFinding';
import { MASK } from '../../secrets/SecretValue';
import type { SchemaRule } from '../schema/StructuralSchema';
import { walkSchema, type SchemaNode } from '../schema/walkSchema';
import { celValueOf } from './celValueOf';
import {
  readExpression,
  type Expression,
  type RuleBindings,
} from './readExpression';
import { withinTime } from './withinTime';

/** For all rules of a claim together: nothing else of the portal runs meanwhile. */
const longestMs = 1_000;
const longestRuleMs = 250;

const expressions = new WeakMap<SchemaRule, Expression | Error>();

/** What a rule came to; undefined where it holds. */
type Verdict = { error: ClaimError } | { unchecked: UncheckedRule } | undefined;

/** Evaluates every rule in CEL of a schema. Rules that look back at what was are for updates only. */
export function evaluateRules(root: SchemaNode): {
  errors: ClaimError[];
  unchecked: UncheckedRule[];
} {
  const errors: ClaimError[] = [];
  const unchecked: UncheckedRule[] = [];
  const deadline = Date.now() + longestMs;
  for (const node of walkSchema(root)) {
    for (const rule of node.schema['x-kubernetes-validations'] ?? []) {
      const verdict = judge(rule, node, deadline - Date.now());
      if (verdict && 'error' in verdict) {
        errors.push(verdict.error);
      } else if (verdict) {
        unchecked.push(verdict.unchecked);
      }
    }
  }
  return { errors, unchecked };
}

function judge(rule: SchemaRule, node: SchemaNode, leftMs: number): Verdict {
  const { path, schema, value, old } = node;
  const notChecked = (why: string) => ({
    unchecked: { path, rule: rule.rule, why },
  });
  const expression = expressionOf(rule);
  if (expression instanceof Error) {
    return notChecked(`It cannot be read here: ${expression.message}`);
  }
  const { usesOldSelf, unknownFunctions } = expression;
  if (usesOldSelf && rule.optionalOldSelf) {
    return notChecked('Optional values of CEL cannot be evaluated here.');
  }
  if (usesOldSelf && old === undefined) {
    return undefined;
  }
  if (usesOldSelf && JSON.stringify(old).includes(MASK)) {
    return notChecked(
      'What it was before is masked, as it looks like a secret.',
    );
  }
  if (leftMs <= 0) {
    return notChecked('The rules before it took all the time that there is.');
  }
  const bindings: RuleBindings = {
    self: celValueOf(schema, value),
    ...(usesOldSelf && { oldSelf: celValueOf(schema, old) }),
  };
  try {
    return withinTime(Math.min(leftMs, longestRuleMs), () => {
      const result = expression.evaluate(bindings);
      if (result === true) {
        return undefined;
      }
      if (result === false) {
        const at = `${path}${rule.fieldPath ?? ''}`.replace(/^\./, '');
        return { error: { path: at, message: messageOf(rule, bindings) } };
      }
      if (unknownFunctions.length > 0) {
        return notChecked(
          `It calls what Kubernetes has and Fleet Commander has not: ${unknownFunctions.join(
            ', ',
          )}.`,
        );
      }
      const why = isCelError(result)
        ? result.message
        : 'its answer is no boolean';
      return why.startsWith('field not found')
        ? { error: { path, message: `breaks the rule ${rule.rule}: ${why}` } }
        : notChecked(`It could not be evaluated here: ${why}`);
    });
  } catch (error) {
    return notChecked(`It could not be evaluated in time: ${wordsOf(error)}`);
  }
}

function messageOf(rule: SchemaRule, bindings: RuleBindings): string {
  const { message, messageExpression } = rule;
  const said =
    messageExpression && evaluateMessage(messageExpression, bindings);
  return said || message?.trim() || `breaks the rule ${rule.rule}`;
}

function evaluateMessage(
  text: string,
  bindings: RuleBindings,
): string | undefined {
  try {
    const result = readExpression(text).evaluate(bindings);
    return typeof result === 'string' ? result.trim() : undefined;
  } catch {
    // The API server takes the plain message then, too.
    return undefined;
  }
}

function expressionOf(rule: SchemaRule): Expression | Error {
  let expression = expressions.get(rule);
  if (!expression) {
    try {
      expression = readExpression(rule.rule);
    } catch (error) {
      expression = error instanceof Error ? error : new Error(String(error));
    }
    expressions.set(rule, expression);
  }
  return expression;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
