import { ClusterObjects, KubernetesObject } from '../../types';
import { Controller } from '../controllers/Controller';
import { deleteObject } from '../platform/deleteObject';
import { refOf } from '../resources/refOf';
import { Kustomization, Outcome } from '../status/kustomizationStatus';
import { BuildError, buildKustomization } from './buildKustomization';
import { FleetRepository } from './FleetRepository';
import { fromKustomization } from './fromKustomization';

const manager = 'kustomize-controller';

/** What an application of a Kustomization came to. */
export interface RepositoryOutcome
  extends Pick<Outcome, 'manifests' | 'failure'> {
  /** As Flux tells them: `kind/namespace/name created`. */
  changes: string[];
}

/** Reads a Kustomization's folder at a revision, applies what is in it, and deletes what no longer is. */
export async function applyRepository(
  repository: FleetRepository,
  cluster: ClusterObjects,
  live: Kustomization,
  revision: string,
  touched: Controller['touched'],
): Promise<RepositoryOutcome> {
  const folder = (live.spec.path ?? '').replace(/^\.\/|\/$/g, '');
  try {
    const files = await repository.readFiles(revision, folder);
    const { name, namespace } = live.metadata;
    const manifests = buildKustomization(files, folder).map(object =>
      fromKustomization(object, { name, namespace: namespace! }),
    );
    const failure = tryAll(cluster, manifests);
    if (failure) {
      return {
        changes: [],
        failure: { reason: 'ReconciliationFailed', message: failure },
      };
    }
    return {
      manifests,
      changes: [
        ...applyAll(cluster, manifests, touched),
        ...prune(cluster, live, manifests, touched),
      ],
    };
  } catch (error) {
    const reason =
      error instanceof BuildError ? 'BuildFailed' : 'ArtifactFailed';
    const { message } = error as Error;
    return { changes: [], failure: { reason, message } };
  }
}

function describe({ kind, metadata }: KubernetesObject): string {
  return [kind, metadata.namespace, metadata.name].filter(Boolean).join('/');
}

/** What the API server would refuse, of all that is to be applied; nothing is applied then. */
function tryAll(
  cluster: ClusterObjects,
  manifests: readonly KubernetesObject[],
): string | undefined {
  for (const manifest of manifests) {
    const { namespace } = manifest.metadata;
    if (
      namespace &&
      !cluster.get({ group: '', plural: 'namespaces', name: namespace })
    ) {
      return `${describe(
        manifest,
      )} dry-run failed (NotFound): namespaces "${namespace}" not found`;
    }
    try {
      cluster.apply(manifest, manager, { dryRun: true });
    } catch (error) {
      const { reason, message } = error as { reason?: string; message: string };
      const why = reason ? ` (${reason})` : '';
      return `${describe(manifest)} dry-run failed${why}: ${message}`;
    }
  }
  return undefined;
}

function applyAll(
  cluster: ClusterObjects,
  manifests: readonly KubernetesObject[],
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
    return [`${describe(object)} ${before ? 'configured' : 'created'}`];
  });
}

/** What the inventory of the last run has and this one has not. */
function prune(
  cluster: ClusterObjects,
  { spec, status }: Kustomization,
  manifests: readonly KubernetesObject[],
  touched: Controller['touched'],
): string[] {
  const wanted = new Set(
    manifests.map(manifest => JSON.stringify(refOf(manifest))),
  );
  return (status?.inventory?.entries ?? []).flatMap(({ id, v }) => {
    const [namespace, name, group, kind] = id.split('_');
    const object = {
      apiVersion: group ? `${group}/${v}` : v,
      kind,
      metadata: { name, namespace: namespace || undefined },
    };
    const ref = refOf(object);
    if (!spec.prune || wanted.has(JSON.stringify(ref)) || !cluster.get(ref)) {
      return [];
    }
    deleteObject(cluster, ref, manager, touched);
    return [`${describe(object)} deleted`];
  });
}
