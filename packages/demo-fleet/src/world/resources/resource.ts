import { ResourceDefinition } from '../../types';

/** A kind's plural, as every kind of this world forms it. */
export function pluralOf(kind: string): string {
  const singular = kind.toLowerCase();
  if (/[^aeiou]y$/.test(singular)) {
    return `${singular.slice(0, -1)}ies`;
  }
  return singular.endsWith('s') ? `${singular}es` : `${singular}s`;
}

/** A definition with what most kinds have in common. */
export function resource(
  group: string,
  versions: string[],
  kind: string,
  options: Partial<ResourceDefinition> = {},
): ResourceDefinition {
  return {
    group,
    versions,
    kind,
    singular: kind.toLowerCase(),
    plural: pluralOf(kind),
    namespaced: true,
    ...options,
  };
}
