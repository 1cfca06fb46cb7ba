import { fieldsOf, itemsOf, textMapOf, textOf, textsOf } from '../fields';

const operators: Readonly<Record<string, string>> = {
  In: 'in',
  NotIn: 'not in',
};

/** A label selector in plain words: `labelled team=pay, tier in (web, api)`. Undefined: it selects everything. */
export function selectorWords(selector: unknown): string | undefined {
  const { matchLabels, matchExpressions } = fieldsOf(selector);
  const parts = Object.entries(textMapOf(matchLabels)).map(
    ([key, value]) => `${key}=${value}`,
  );
  for (const item of itemsOf(matchExpressions)) {
    const { key, operator, values } = fieldsOf(item);
    const name = textOf(key);
    const word = operators[textOf(operator) ?? ''];
    if (name && word) {
      parts.push(`${name} ${word} (${textsOf(values).join(', ')})`);
    } else if (name) {
      parts.push(operator === 'DoesNotExist' ? `no ${name}` : name);
    }
  }
  return parts.length > 0 ? `labelled ${parts.join(', ')}` : undefined;
}

/** Namespaces by name and by selector in plain words: `in namespaces web, api-*`. Undefined: all. */
export function namespacesWords(options: {
  names?: unknown;
  selector?: unknown;
}): string | undefined {
  const names = textsOf(options.names);
  const labelled = selectorWords(options.selector);
  if (names.length > 0) {
    return `in namespaces ${names.join(', ')}${labelled ? ` ${labelled}` : ''}`;
  }
  return labelled && `in namespaces ${labelled}`;
}
