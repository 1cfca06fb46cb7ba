import { fieldsOf, textOf, type Fields } from '../../engines/fields';
import { hideSecrets } from '../../secrets/hideSecrets';
import { MASK } from '../../secrets/SecretValue';
import type { ClaimManifest } from '../claimFields';
import { checkBounds } from '../schema/checkBounds';
import { readDocuments } from './readDocuments';

const mostAliases = 100;

const apiVersions =
  /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?v[a-z0-9]{1,62}$/;
const kinds = /^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const names = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const namespaces = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const secretKey =
  /passw(?:or)?d|passphrase|secret$|token$|api[-_.]?key$|private[-_.]?key/i;

/** What a file has of claims. */
export interface ClaimFile {
  manifests: ClaimManifest[];
  /** Why some of it is not there, as what comes after its path. */
  problem?: string;
}

/**
 * The objects of a YAML file as people wrote them, without what looks like a secret. What is no object, or cannot be read, is left
 * out: it may not have been made for a hub.
 */
export function parseClaimFile(text: string): ClaimFile {
  const read = readDocuments(text);
  if ('problem' in read) {
    return { manifests: [], problem: read.problem };
  }
  const manifests: ClaimManifest[] = [];
  let problem: string | undefined;
  for (const document of read.documents) {
    if (document.errors.length === 0) {
      try {
        const value = document.toJS({ maxAliasCount: mostAliases });
        const [tooMuch] = checkBounds({ value });
        if (tooMuch) {
          problem = tooMuch.message;
        } else {
          manifests.push(...manifestOf(value));
        }
      } catch {
        problem = 'has aliases upon aliases';
      }
    }
  }
  return { manifests, problem };
}

function manifestOf(value: unknown): ClaimManifest[] {
  const object = fieldsOf(value);
  const metadata = fieldsOf(object.metadata);
  const apiVersion = matching(object.apiVersion, apiVersions);
  const kind = matching(object.kind, kinds);
  const name = matching(metadata.name, names);
  const namespace = matching(metadata.namespace, namespaces);
  if (
    !apiVersion ||
    !kind ||
    !name ||
    (textOf(metadata.namespace) && !namespace)
  ) {
    return [];
  }
  const { spec } = hideSecrets(
    { apiVersion, kind, metadata: { name }, spec: object.spec },
    () => MASK,
  );
  return [{ apiVersion, kind, namespace, name, spec: fieldsOf(toKeep(spec)) }];
}

/** `value` where an API server would take it. */
function matching(value: unknown, pattern: RegExp): string | undefined {
  const text = textOf(value);
  return text && pattern.test(text) ? text : undefined;
}

/** Without what is named like a secret, and without NUL, which PostgreSQL refuses. */
function toKeep(value: unknown): unknown {
  if (typeof value === 'string') {
    return withoutNul(value);
  }
  if (Array.isArray(value)) {
    return value.map(toKeep);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value as Fields).map(([key, member]) => [
      withoutNul(key),
      typeof member === 'string' && secretKey.test(key) ? MASK : toKeep(member),
    ]),
  );
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}
