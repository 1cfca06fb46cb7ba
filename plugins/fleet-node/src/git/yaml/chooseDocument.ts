import { YamlError } from './YamlError';
import type { YamlDocumentChoice } from './YamlEdit';
import type { YamlText } from './YamlText';

/** The position of the one document that is meant. */
export function chooseDocument(
  yaml: YamlText,
  choice: YamlDocumentChoice = {},
): number {
  const all = yaml.documents.flatMap((document, index) =>
    document.contents ? { index, ...identityOf(yaml.valueOf(index)) } : [],
  );
  const fields = ['apiVersion', 'kind', 'name', 'namespace'] as const;
  const chosen = all.filter(identity =>
    fields.every(
      field => choice[field] === undefined || choice[field] === identity[field],
    ),
  );
  if (chosen.length === 1) {
    return chosen[0].index;
  }
  const there = all
    .map(({ kind, name }) => [kind ?? 'one without kind', name])
    .map(words => words.filter(Boolean).join(' '))
    .join(', ');
  const asked = fields.flatMap(field => choice[field] ?? []).join(' ');
  throw new YamlError(
    chosen.length === 0
      ? `there is no document ${asked || 'in it'} (there is: ${
          there || 'nothing'
        })`
      : `${chosen.length} documents are meant: say of which kind and name (there are: ${there})`,
  );
}

/** What tells a document from others. */
export function identityOf(value: unknown): YamlDocumentChoice {
  const { apiVersion, kind, metadata } = recordOf(value);
  const { name, namespace } = recordOf(metadata);
  return {
    apiVersion: stringOf(apiVersion),
    kind: stringOf(kind),
    name: stringOf(name),
    namespace: stringOf(namespace),
  };
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value
    ? (value as Record<string, unknown>)
    : {};
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
