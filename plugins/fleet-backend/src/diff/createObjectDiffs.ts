import type { GitHosts } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ClusterConnections } from '../kubernetes/ClusterConnections';
import type { ArgocdInstance } from './desired/ArgocdClient';
import { argocdSource } from './desired/argocdSource';
import { gitFilesSource } from './desired/gitFilesSource';
import { gitOwnedSource } from './desired/gitOwnedSource';
import { lastAppliedSource } from './desired/lastAppliedSource';
import { ObjectDiffs } from './ObjectDiffs';

/** With the sources of the suite: what the engine itself says first, then what the object tells. */
export function createObjectDiffs(options: {
  gitManagers: ReadonlySet<string>;
  argocd: readonly ArgocdInstance[];
  connections: ClusterConnections;
  gitHosts: GitHosts;
}): ObjectDiffs {
  const { gitManagers, argocd } = options;
  return new ObjectDiffs({
    gitManagers,
    sources: [
      argocdSource(argocd),
      lastAppliedSource(gitManagers),
      gitOwnedSource(gitManagers),
      gitFilesSource(options),
    ],
  });
}
