import { InputError } from '@backstage/errors';
import type { Filter } from '../store/FleetQueryStore';

/** Parses alternatives that are written as `key=value,key=value`. */
export function parseFilter(alternatives: readonly string[]): Filter {
  return alternatives.map(parseAlternative);
}

function parseAlternative(alternative: string): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of alternative.split(',')) {
    const separator = pair.indexOf('=');
    const key = pair.slice(0, separator).trim();
    if (separator < 0 || !key) {
      throw new InputError(
        `Filter ${JSON.stringify(
          alternative,
        )} is not of the form key=value,key=value`,
      );
    }
    const value = pair.slice(separator + 1).trim();
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries(values);
}
