import { createHash } from 'node:crypto';
import { KubernetesObject } from '../../types';
import { groupOf } from '../resources/refOf';

/** What Flux remembers of the objects that it applied. */
export function inventory(manifests: readonly KubernetesObject[]) {
  return {
    entries: manifests.map(({ apiVersion, kind, metadata }) => ({
      id: [
        metadata.namespace ?? '',
        metadata.name,
        groupOf(apiVersion),
        kind,
      ].join('_'),
      v: apiVersion.split('/').pop()!,
    })),
  };
}

/** A checksum as Flux and OCI write it. */
export function digestOf(content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content));
  return `sha256:${hash.digest('hex')}`;
}
