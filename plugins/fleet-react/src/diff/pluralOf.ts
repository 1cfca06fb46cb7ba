/**
 * The plural under which an API serves a kind, by the rule that Kubernetes itself uses to guess it.
 *
 * @public
 */
export function pluralOf(kind: string): string {
  const singular = kind.toLocaleLowerCase('en-US');
  if (singular === 'endpoints') {
    return singular;
  }
  if (/(s|x|ch|sh)$/.test(singular)) {
    return `${singular}es`;
  }
  if (/[^aeiou]y$/.test(singular)) {
    return `${singular.slice(0, -1)}ies`;
  }
  return `${singular}s`;
}
