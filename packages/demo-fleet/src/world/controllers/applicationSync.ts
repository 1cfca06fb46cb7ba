import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { deleteObject } from '../platform/deleteObject';
import { applyObjects } from '../repository/applyObjects';
import { refOf } from '../resources/refOf';
import { Application, ComparedResource } from '../status/applicationStatus';
import { SyncOperation } from '../status/operationStatus';
import { healthOf } from '../workloads/workloadHealth';
import { isApplied } from './applyManifests';
import { Controller } from './Controller';
import { DesiredState } from './desiredState';

const manager = 'argocd-controller';

/** How the objects of an Application are against what Git says, and those that it no longer says. */
export function compare(
  live: Application,
  manifests: readonly KubernetesObject[],
  target: ClusterObjects,
): ComparedResource[] {
  return [
    ...manifests.map(manifest => ({
      manifest,
      synced: isApplied(target, manifest),
      health: healthOf(target, manifest),
    })),
    ...obsolete(live, manifests, target).map(manifest => ({
      manifest,
      synced: false,
      requiresPruning: true as const,
    })),
  ];
}

/** Deploys an Application; answers what the API server refused. */
export function deploy(
  live: Application,
  { target, manifests }: DesiredState,
  operation: SyncOperation,
  touched: Controller['touched'],
): string | undefined {
  if (!target) {
    return undefined;
  }
  createNamespace(live, target);
  const { failure } = applyObjects(target, manifests, manager, touched);
  if (!failure && operation.sync.prune) {
    for (const object of obsolete(live, manifests, target)) {
      deleteObject(target, refOf(object), manager, touched);
    }
  }
  return failure;
}

/** Deletes everything that an Application deployed. */
export function removeResources(
  target: ClusterObjects,
  live: Application,
  touched: Controller['touched'],
): void {
  for (const object of obsolete(live, [], target)) {
    deleteObject(target, refOf(object), manager, touched);
  }
}

/** What an Application deployed once, is still there, and is not wanted any more. */
function obsolete(
  { status }: Application,
  manifests: readonly KubernetesObject[],
  target: ClusterObjects,
): KubernetesObject[] {
  const keyOf = ({ group, plural, namespace, name }: ObjectRef) =>
    [group, plural, namespace, name].join('/');
  const wanted = new Set(manifests.map(manifest => keyOf(refOf(manifest))));
  return (status?.resources ?? [])
    .map(({ group, version, kind, namespace, name }) => ({
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      metadata: { namespace, name },
    }))
    .filter(
      object => !wanted.has(keyOf(refOf(object))) && target.get(refOf(object)),
    );
}

function createNamespace({ spec }: Application, target: ClusterObjects): void {
  const { syncOptions = [], managedNamespaceMetadata } = spec.syncPolicy ?? {};
  const name = spec.destination.namespace;
  if (!name || !syncOptions.includes('CreateNamespace=true')) {
    return;
  }
  if (!target.get({ group: '', plural: 'namespaces', name })) {
    target.put(
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name,
          labels: {
            'kubernetes.io/metadata.name': name,
            ...managedNamespaceMetadata?.labels,
          },
        },
        status: { phase: 'Active' },
      },
      { manager },
    );
  }
}
