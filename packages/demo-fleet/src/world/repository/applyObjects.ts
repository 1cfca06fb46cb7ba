import { isBuiltInGroup } from '../../apiserver/builtInGroups';
import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { Controller } from '../controllers/Controller';
import { refOf } from '../resources/refOf';
import { isNamespaced } from './kustomize/Resource';

/** What others lie in, or are of, comes first. */
const firstKinds = ['Namespace', 'CustomResourceDefinition'];

/** What applying came to: as Flux tells it, `kind/namespace/name created`. */
export interface Applied {
  changes: string[];
  failure?: string;
}

export function describeObject({
  kind,
  metadata,
}: Pick<KubernetesObject, 'kind' | 'metadata'>): string {
  return [kind, metadata.namespace, metadata.name].filter(Boolean).join('/');
}

/** Applies objects server-side in two stages; of a stage in which the API server would refuse one, nothing is applied. */
export function applyObjects(
  cluster: ClusterObjects,
  manifests: readonly KubernetesObject[],
  manager: string,
  touched: Controller['touched'],
): Applied {
  const isFirst = ({ kind }: KubernetesObject) => firstKinds.includes(kind);
  const stages = [
    manifests.filter(isFirst),
    manifests.filter(manifest => !isFirst(manifest)),
  ];
  const changes: string[] = [];
  for (const stage of stages) {
    const failure = tryAll(cluster, stage, manager);
    if (failure) {
      return { changes, failure };
    }
    changes.push(...applyAll(cluster, stage, manager, touched));
  }
  return { changes };
}

/** What the API server would refuse, of all that is to be applied. */
function tryAll(
  cluster: ClusterObjects,
  manifests: readonly KubernetesObject[],
  manager: string,
): string | undefined {
  for (const manifest of manifests) {
    const failure = refusal(cluster, manifest, manager);
    if (failure) {
      return `${describeObject(manifest)} ${failure}`;
    }
  }
  return undefined;
}

function refusal(
  cluster: ClusterObjects,
  manifest: KubernetesObject,
  manager: string,
): string | undefined {
  const { namespace } = manifest.metadata;
  if (
    namespace &&
    !cluster.get({ group: '', plural: 'namespaces', name: namespace })
  ) {
    return `dry-run failed (NotFound): namespaces "${namespace}" not found`;
  }
  if (!namespace && lacksNamespace(refOf(manifest), manifest.kind)) {
    return 'namespace not specified: the server could not find the requested resource';
  }
  try {
    cluster.apply(manifest, manager, { dryRun: true });
    return undefined;
  } catch (error) {
    const { reason, message } = error as { reason?: string; message: string };
    return `dry-run failed${reason ? ` (${reason})` : ''}: ${message}`;
  }
}

function lacksNamespace({ group }: ObjectRef, kind: string): boolean {
  return isBuiltInGroup(group) && isNamespaced(kind);
}

function applyAll(
  cluster: ClusterObjects,
  manifests: readonly KubernetesObject[],
  manager: string,
  touched: Controller['touched'],
): string[] {
  return manifests.flatMap(manifest => {
    const ref = refOf(manifest);
    const before = cluster.get(ref);
    const object = cluster.apply(manifest, manager);
    if (object.metadata.resourceVersion === before?.metadata.resourceVersion) {
      return [];
    }
    touched(cluster, object, ref);
    return [`${describeObject(object)} ${before ? 'configured' : 'created'}`];
  });
}
