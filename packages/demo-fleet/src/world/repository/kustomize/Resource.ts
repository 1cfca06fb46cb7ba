import { KubernetesObject } from '../../../types';
import { groupOf } from '../../resources/refOf';

/** What an object is called. */
export interface Identity {
  group: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** An object while it is built. What refers to it, and what changes it, may know it by any name that it had on the way. */
export interface Resource {
  object: KubernetesObject;
  /** The first is that of its file. */
  earlier: Identity[];
  /** Its name ends with a hash of what is in it. */
  hashed: boolean;
}

export function identityOf(
  object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'metadata'>,
): Identity {
  const { apiVersion, kind, metadata } = object;
  return {
    group: groupOf(apiVersion),
    version: apiVersion.split('/').pop()!,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

/** All that it has been called, and is now. */
export function identitiesOf({ object, earlier }: Resource): Identity[] {
  return [...earlier, identityOf(object)];
}

/** Gives an object another name or namespace. */
export function rename(
  resource: Resource,
  change: { name?: string; namespace?: string },
): void {
  resource.earlier.push(identityOf(resource.object));
  Object.assign(resource.object.metadata, change);
}

/** As kustomize writes it in what it says: `Deployment.v1.apps/web.shop`. */
export function describe(identity: Identity): string {
  const { group, version, kind, namespace, name } = identity;
  const type = [kind, version, group].filter(Boolean).join('.');
  return `${type}/${name}.${namespace ?? '[noNs]'}`;
}

/** Where none is named, it is `default`. */
export function sameNamespace(
  left: string | undefined,
  right: string | undefined,
): boolean {
  return (left ?? 'default') === (right ?? 'default');
}

const clusterKinds = new Set([
  'APIService',
  'CSIDriver',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** Whether a kind lies in namespaces, as far as kustomize knows: kinds that are not built in all do. */
export function isNamespaced(kind: string): boolean {
  return !clusterKinds.has(kind);
}
