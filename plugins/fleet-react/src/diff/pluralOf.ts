/** Its constraints are kinds that users name, and it guesses no English. */
const gatekeeperConstraints = 'constraints.gatekeeper.sh';

/**
 * The plural under which an API serves a kind, by the rule that Kubernetes itself uses to guess it; in the API group of Gatekeeper's
 * constraints, by Gatekeeper's.
 *
 * @public
 */
export function pluralOf(kind: string, group?: string): string {
  const singular = kind.toLocaleLowerCase('en-US');
  if (singular === 'endpoints' || group === gatekeeperConstraints) {
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
