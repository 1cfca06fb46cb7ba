import { KubernetesObject, ObjectRef } from '../../types';
import { pluralOf } from './resource';

/** The API group of an apiVersion; the core group is empty. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function pluralIn(group: string, kind: string): string {
  if (kind === 'NodeMetrics') {
    return 'nodes';
  }
  // Gatekeeper names the kinds of its templates so.
  return group === 'constraints.gatekeeper.sh'
    ? kind.toLowerCase()
    : pluralOf(kind);
}

/** Where the API serves an object. */
export function refOf(
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): ObjectRef {
  const { namespace, name } = object.metadata;
  return {
    group: groupOf(object.apiVersion),
    plural: pluralIn(groupOf(object.apiVersion), object.kind),
    namespace,
    name,
  };
}
