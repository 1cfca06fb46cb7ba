import { evaluateRules } from '../rules/evaluateRules';
import { withinTime } from '../rules/withinTime';
import type { ClaimError, UncheckedRule } from '../ClaimFinding';
import type { CompiledSchema } from './CompiledSchema';
import { fillDefaults } from './fillDefaults';
import { findRepeated } from './findRepeated';
import { wordErrors } from './wordErrors';

const longestMs = 2_000;

/** What holding a manifest against a schema came to. */
export interface ClaimVerdict {
  errors: ClaimError[];
  unchecked: UncheckedRule[];
  /** With the defaults filled in. */
  manifest: unknown;
}

/**
 * Holds a manifest against a schema as the API server does. Where it drops fields that it does not know, they are errors here.
 *
 * @param old - as the hub has it, where this is a change.
 */
export function validateClaim(
  compiled: CompiledSchema,
  given: unknown,
  old?: unknown,
): ClaimVerdict {
  const { schema } = compiled;
  const manifest = fillDefaults(schema, given);
  const root = { path: '', schema, value: manifest, old };
  let errors: ClaimError[];
  try {
    errors = withinTime(longestMs, () => [
      ...wordErrors(compiled.errorsOf(manifest), manifest),
      ...findRepeated(root),
    ]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const unchecked = [{ path: '', rule: 'all of its schema', why }];
    return { errors: [], unchecked, manifest };
  }
  const rules = evaluateRules(root);
  return {
    errors: [...errors, ...rules.errors],
    // A rule stumbles over what is an error already.
    unchecked: [
      ...compiled.unchecked,
      ...(errors.length > 0 ? [] : rules.unchecked),
    ],
    manifest,
  };
}
