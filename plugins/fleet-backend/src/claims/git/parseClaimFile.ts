import { parseAllDocuments } from 'yaml';
import { fieldsOf, nameOf, textOf, type Fields } from '../../engines/fields';
import { hideSecrets } from '../../secrets/hideSecrets';
import { MASK } from '../../secrets/SecretValue';
import type { ClaimManifest } from '../claimFields';

/** Of one file. */
const mostObjects = 100;
const mostAliases = 100;

const secretKey =
  /passw(?:or)?d|passphrase|secret$|token$|api[-_.]?key$|private[-_.]?key/i;

/**
 * The objects of a YAML file as people wrote them, without what looks like a secret. What is no object, or cannot be read, is left
 * out: it may not have been made for a hub.
 */
export function parseClaimFile(text: string): ClaimManifest[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents)) {
    return [];
  }
  return documents.slice(0, mostObjects).flatMap(document => {
    if (document.errors.length > 0) {
      return [];
    }
    try {
      return manifestOf(document.toJS({ maxAliasCount: mostAliases }));
    } catch {
      // Aliases upon aliases.
      return [];
    }
  });
}

function manifestOf(value: unknown): ClaimManifest[] {
  const object = fieldsOf(value);
  const metadata = fieldsOf(object.metadata);
  const apiVersion = textOf(object.apiVersion);
  const kind = nameOf(object.kind);
  const name = nameOf(metadata.name);
  if (!apiVersion || apiVersion.length > 253 || !kind || !name) {
    return [];
  }
  const { spec } = hideSecrets(
    { apiVersion, kind, metadata: { name }, spec: object.spec },
    () => MASK,
  );
  return [
    {
      apiVersion,
      kind,
      namespace: nameOf(metadata.namespace),
      name,
      spec: fieldsOf(withoutSecretKeys(spec)),
    },
  ];
}

function withoutSecretKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutSecretKeys);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value as Fields).map(([key, member]) => [
      key,
      typeof member === 'string' && secretKey.test(key)
        ? MASK
        : withoutSecretKeys(member),
    ]),
  );
}
