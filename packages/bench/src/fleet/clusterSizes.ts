import type { ClusterSize } from '@fleetcommander/demo-fleet';

/** What every spoke holds: 20 Kustomizations, 5 HelmReleases, 20 Applications and 50 Deployments. */
export const fullSize: ClusterSize = {
  kustomizations: 20,
  helmReleases: 5,
  applications: 20,
  deployments: 50,
  nodes: 6,
  namespaces: 12,
};

/** Where thousands of spokes have to fit beside each other. */
export const smallSize: ClusterSize = {
  kustomizations: 5,
  helmReleases: 1,
  applications: 5,
  deployments: 10,
  nodes: 3,
  namespaces: 4,
};

/** 25 applications each, and little else. */
export const manyApplications: ClusterSize = {
  kustomizations: 10,
  helmReleases: 5,
  applications: 10,
  deployments: 10,
  nodes: 3,
  namespaces: 4,
};

/** How many applications that makes. */
export function applicationsOf(size: ClusterSize): number {
  return size.kustomizations + size.helmReleases + size.applications;
}
