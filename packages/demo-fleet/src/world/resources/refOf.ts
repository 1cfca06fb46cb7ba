import { KubernetesObject, ObjectRef } from '../../types';
import { pluralOf } from './resource';

/** The API group of an apiVersion; the core group is empty. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/** Where the API serves an object. */
export function refOf(
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): ObjectRef {
  const { namespace, name } = object.metadata;
  return {
    group: groupOf(object.apiVersion),
    plural: object.kind === 'NodeMetrics' ? 'nodes' : pluralOf(object.kind),
    namespace,
    name,
  };
}
