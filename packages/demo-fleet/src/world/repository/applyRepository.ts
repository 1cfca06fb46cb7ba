import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { Controller } from '../controllers/Controller';
import { deleteObject } from '../platform/deleteObject';
import { refOf } from '../resources/refOf';
import { Kustomization, Outcome } from '../status/kustomizationStatus';
import { applyObjects, describeObject } from './applyObjects';
import { FleetRepository } from './FleetRepository';
import { BuildError, FolderMissing } from './kustomize/BuildError';
import { kustomizationObjects } from './repositoryManifests';

const manager = 'kustomize-controller';

/** What an application of a Kustomization came to. */
export interface RepositoryOutcome
  extends Pick<Outcome, 'manifests' | 'failure'> {
  /** As Flux tells them: `kind/namespace/name created`. */
  changes: string[];
}

/** Builds a Kustomization's folder at a revision, applies what is in it, and deletes what no longer is. */
export function applyRepository(
  repository: FleetRepository,
  cluster: ClusterObjects,
  live: Kustomization,
  revision: string,
  touched: Controller['touched'],
): RepositoryOutcome {
  let manifests: KubernetesObject[];
  try {
    manifests = kustomizationObjects(live, repository.filesAt(revision));
  } catch (error) {
    if (!(error instanceof BuildError)) {
      throw error;
    }
    const { message } = error;
    return {
      changes: [],
      failure:
        error instanceof FolderMissing
          ? { reason: 'ArtifactFailed', message }
          : {
              reason: 'BuildFailed',
              message: `kustomize build failed: ${message}`,
            },
    };
  }
  const { changes, failure } = applyObjects(
    cluster,
    manifests,
    manager,
    touched,
  );
  if (failure) {
    return {
      changes,
      failure: { reason: 'ReconciliationFailed', message: failure },
    };
  }
  const wanted = new Set(
    manifests.map(manifest => JSON.stringify(refOf(manifest))),
  );
  return {
    manifests,
    changes: [
      ...changes,
      ...prune(cluster, live, touched, ref => wanted.has(JSON.stringify(ref))),
    ],
  };
}

/** Deletes what the inventory of the last run has, unless it is kept. */
export function prune(
  cluster: ClusterObjects,
  { spec, status }: Kustomization,
  touched: Controller['touched'],
  isKept: (ref: ObjectRef) => boolean,
): string[] {
  return (status?.inventory?.entries ?? []).flatMap(({ id, v }) => {
    const [namespace, name, group, kind] = id.split('_');
    const object = {
      apiVersion: group ? `${group}/${v}` : v,
      kind,
      metadata: { name, namespace: namespace || undefined },
    };
    const ref = refOf(object);
    if (!spec.prune || isKept(ref) || !cluster.get(ref)) {
      return [];
    }
    deleteObject(cluster, ref, manager, touched);
    return [`${describeObject(object)} deleted`];
  });
}
