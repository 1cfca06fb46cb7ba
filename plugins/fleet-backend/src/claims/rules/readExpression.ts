import {
  celEnv,
  parse,
  plan,
  type CelInput,
  type CelResult,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { celLists } from './celLists';

const env = celEnv({ funcs: [...strings, ...celLists] });

/** What a rule sees. */
export type RuleBindings = Record<string, CelInput>;

/** An expression of a rule, ready to be evaluated. */
export interface Expression {
  evaluate(bindings: RuleBindings): CelResult;
  usesOldSelf: boolean;
  /** What Kubernetes has and we have not. */
  unknownFunctions: string[];
}

/** Reads an expression. Throws when it is not CEL as we know it. */
export function readExpression(text: string): Expression {
  const { expr } = parse(text);
  const used = namesIn(expr);
  const evaluate = plan(env, expr);
  return {
    evaluate: bindings => evaluate(bindings),
    usesOldSelf: used.variables.has('oldSelf'),
    unknownFunctions: [...used.functions].filter(
      name => !isOperator(name) && env.funcs.find(name) === undefined,
    ),
  };
}

/** Operators and what macros become: `_+_`, `!_`, `@not_strictly_false`. */
function isOperator(name: string): boolean {
  return !/^\w+$/.test(name) || name.startsWith('_');
}

/** Every function and variable that an expression names. */
function namesIn(root: unknown): {
  functions: Set<string>;
  variables: Set<string>;
} {
  const found = { functions: new Set<string>(), variables: new Set<string>() };
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) {
      return;
    }
    const { case: kind, value } = node as { case?: string; value?: object };
    if (kind === 'callExpr') {
      found.functions.add((value as { function: string }).function);
    } else if (kind === 'identExpr') {
      found.variables.add((value as { name: string }).name);
    }
    Object.values(node).forEach(visit);
  };
  visit(root);
  return found;
}
