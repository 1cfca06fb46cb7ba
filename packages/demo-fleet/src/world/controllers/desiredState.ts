import { ClusterObjects, KubernetesObject } from '../../types';
import { deliveryId } from '../delivery/Delivery';
import { render } from '../manifests/render';
import { FleetRepository } from '../repository/FleetRepository';
import { BuildError, FolderMissing } from '../repository/kustomize/BuildError';
import { applicationObjects } from '../repository/repositoryManifests';
import { Application } from '../status/applicationStatus';
import { ControllerContext } from './Controller';

/** What Git says of an Application. */
export interface DesiredState {
  revision: string;
  /** Undefined where nobody knows the cluster that it names. */
  target: ClusterObjects | undefined;
  manifests: KubernetesObject[];
  /** Why there are no manifests, in Argo CD's words. */
  failure?: string;
}

/** Whether an Application has its manifests from the real repository. */
export function isFrom(
  { spec }: Application,
  repository: FleetRepository | undefined,
): repository is FleetRepository {
  const bare = (url: string | undefined) => url?.replace(/(\.git)?\/?$/, '');
  return (
    repository !== undefined &&
    bare(spec.source?.repoURL) === bare(repository.url)
  );
}

/** From the real repository, or as this world simulates it; undefined where it knows nothing of the Application. */
export function desiredState(
  { fleet, clusters }: Pick<ControllerContext, 'fleet' | 'clusters'>,
  home: ClusterObjects,
  live: Application,
): DesiredState | undefined {
  const { repository } = fleet;
  if (isFrom(live, repository)) {
    const revision = repository.head;
    const { server, name } = live.spec.destination;
    const isHome = name === 'in-cluster' || (!name && server);
    return {
      revision,
      target: isHome ? home : clusters.get(name ?? ''),
      ...built(live, repository),
    };
  }
  const { metadata } = live;
  const delivery = fleet.deliveries.find(
    deliveryId({
      kind: 'Application',
      home,
      namespace: metadata.namespace!,
      name: metadata.name,
    }),
  );
  return (
    delivery && {
      revision: fleet.git.head.sha,
      target: delivery.target && clusters.get(delivery.target.name),
      manifests: render(delivery, fleet.git),
    }
  );
}

function built(
  live: Application,
  repository: FleetRepository,
): Pick<DesiredState, 'manifests' | 'failure'> {
  try {
    const files = repository.filesAt(repository.head);
    return { manifests: applicationObjects(live, files) };
  } catch (error) {
    if (!(error instanceof BuildError)) {
      throw error;
    }
    const { path } = live.spec.source;
    const why =
      error instanceof FolderMissing
        ? `${path}: app path does not exist`
        : `\`kustomize build <path to cached source>/${path}\` failed exit status 1: Error: ${error.message}`;
    return {
      manifests: [],
      failure: `Failed to load target state: failed to generate manifest for source 1 of 1: rpc error: code = Unknown desc = ${why}`,
    };
  }
}
