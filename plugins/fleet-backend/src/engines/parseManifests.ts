import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { parseAllDocuments } from 'yaml';
import { fieldsOf, itemsOf, textOf, type Fields } from './fields';

/** An object of a file, or what is wrong with that part of it. */
export type Manifest = { object: KubernetesObject } | { problem: string };

/** The objects in a text of YAML or JSON: of each document one, or those of a list. */
export function parseManifests(text: string): Manifest[] {
  const manifests: Manifest[] = [];
  for (const document of parseAllDocuments(text, { logLevel: 'error' })) {
    const [error] = document.errors;
    if (error) {
      manifests.push({ problem: error.message });
      continue;
    }
    const value: unknown = document.toJS();
    if (value !== null && value !== undefined) {
      manifests.push(...manifestsIn(fieldsOf(value)));
    }
  }
  return manifests;
}

/** The items of a list as an API server answers it do not say what they are: the list does. */
function manifestsIn(fields: Fields): Manifest[] {
  const { apiVersion, kind } = fields;
  if (typeof kind !== 'string' || !kind.endsWith('List')) {
    return [manifestOf(fields)];
  }
  const itemKind = kind.slice(0, -'List'.length);
  return itemsOf(fields.items).map(item =>
    manifestOf({
      ...(itemKind && { apiVersion, kind: itemKind }),
      ...fieldsOf(item),
    }),
  );
}

function manifestOf(fields: Fields): Manifest {
  const missing = [
    !textOf(fields.apiVersion) && 'apiVersion',
    !textOf(fields.kind) && 'kind',
    !textOf(fieldsOf(fields.metadata).name) && 'metadata.name',
  ].filter(Boolean);
  return missing.length > 0
    ? { problem: `an object without ${missing.join(', ')}` }
    : { object: fields as KubernetesObject };
}
