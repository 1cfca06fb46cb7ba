import { InputError } from '@backstage/errors';

/** What is said of refusals that somebody overrides. Throws InputError with the refusals where nobody does. */
export function forcedOr(
  refusals: readonly string[],
  { force, reason }: { force?: boolean; reason?: string },
): string[] {
  if (refusals.length === 0) {
    return [];
  }
  const listed = refusals.map(refusal => `  ${refusal}`).join('\n');
  if (!force) {
    throw new InputError(
      `Refused:\n${listed}\nIf it is to be done all the same, set force and give a reason`,
    );
  }
  if (!reason?.trim()) {
    throw new InputError(
      `reason: force needs one, for who reviews it. Overridden would be:\n${listed}`,
    );
  }
  return refusals.map(refusal => `Forced (${reason.trim()}): ${refusal}`);
}
