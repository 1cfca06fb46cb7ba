import { KubernetesObject } from '../../../types';
import { BuildError } from './BuildError';
import { Resource } from './Resource';
import { readYaml } from './readYaml';

/** The objects in a text; a `List` is what it holds. */
export function readManifests(text: string, path: string): Resource[] {
  return readYaml(text, path)
    .flatMap(itemsOf)
    .map(document => {
      const { apiVersion, kind, metadata } = document;
      const needed = { apiVersion, kind, 'metadata.name': metadata?.name };
      const [missing] =
        Object.entries(needed).find(([, value]) => !value) ?? [];
      if (missing) {
        throw new BuildError(
          `accumulating resources: missing ${missing} in object in File: ${path}`,
        );
      }
      return {
        object: document as KubernetesObject,
        earlier: [],
        hashed: false,
      };
    });
}

function itemsOf(document: unknown): Partial<KubernetesObject>[] {
  const object = document as Partial<KubernetesObject>;
  return Array.isArray(object.items) && String(object.kind).endsWith('List')
    ? (object.items as Partial<KubernetesObject>[])
    : [object];
}
