import { fieldsOf, itemsOf, textOf, textsOf } from '../fields';
import { namespacesWords, selectorWords } from '../policy/selectorWords';

/**
 * Where the `match` of a constraint or mutator has it hold, in plain words; undefined: wherever there are resources of its kinds.
 */
export function matchInWords(value: unknown): string | undefined {
  const match = fieldsOf(value);
  const excluded = textsOf(match.excludedNamespaces);
  const labelled = selectorWords(match.labelSelector);
  const name = textOf(match.name);
  const words = [
    namespacesWords({
      names: match.namespaces,
      selector: match.namespaceSelector,
    }),
    excluded.length > 0 && `not in namespaces ${excluded.join(', ')}`,
    labelled && `on resources ${labelled}`,
    name && `on resources named ${name}`,
    match.scope === 'Cluster' && 'on resources without a namespace',
    match.scope === 'Namespaced' && 'on resources of namespaces',
    match.source === 'Original' && 'on resources that clients create',
    match.source === 'Generated' && 'on resources that templates expand to',
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : undefined;
}

/** The kinds that a `match` or `applyTo` names, as `Pod, Deployment`. Undefined: all. */
export function kindsInWords(selectors: unknown): string | undefined {
  const kinds = itemsOf(selectors)
    .flatMap(selector => textsOf(fieldsOf(selector).kinds))
    .filter(kind => kind !== '*');
  return kinds.length > 0 ? [...new Set(kinds)].join(', ') : undefined;
}
