import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { cluster } from './cluster';
import { clusterApiNode } from './clusterApiNode';

const { group, versions } = cluster;

/** Providers keep their own pace with versions. */
const providerVersions = [
  'v1beta2',
  'v1beta1',
  'v1',
  'v1alpha4',
  'v1alpha3',
  'v1alpha2',
  'v1alpha1',
];

/**
 * Cluster API, and whatever providers have of infrastructure and control planes. What machines boot with is left alone: it holds
 * secrets.
 */
export const clusterApiEngine: Engine = {
  name: 'cluster-api',
  title: 'Cluster API',
  projectionVersion: 1,
  kinds: [
    cluster,
    clusterApiNode({
      group,
      kind: 'MachineDeployment',
      plural: 'machinedeployments',
      versions,
      role: 'composite',
    }),
    clusterApiNode({
      group,
      kind: 'MachineSet',
      plural: 'machinesets',
      versions,
      role: 'composite',
    }),
    clusterApiNode({
      group,
      kind: 'MachinePool',
      plural: 'machinepools',
      versions,
      role: 'composite',
    }),
    clusterApiNode({
      group,
      kind: 'Machine',
      plural: 'machines',
      versions,
      role: 'managed',
    }),
    clusterApiNode({
      group: 'controlplane.cluster.x-k8s.io',
      kind: '*',
      plural: '*',
      versions: providerVersions,
      pace: 'populated',
      role: 'composite',
      controlPlane: true,
    }),
    clusterApiNode({
      group: 'infrastructure.cluster.x-k8s.io',
      kind: '*',
      plural: '*',
      versions: providerVersions,
      pace: 'populated',
      role: 'managed',
    }),
  ],
};
