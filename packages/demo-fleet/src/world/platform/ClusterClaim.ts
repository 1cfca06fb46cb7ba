import { KubernetesObject } from '../../types';

/** Nodes of one kind. There are as many as `minSize` says: nothing in this world needs more. */
export interface NodeGroup {
  name: string;
  instanceType: string;
  minSize: number;
  maxSize: number;
  taints?: { key: string; value?: string; effect: string }[];
}

/** What a platform team lets others ask for when they want a cluster. */
export interface ClusterSpec {
  cloudProvider: 'aws' | 'gcp' | 'azure';
  region: string;
  environment: 'development' | 'staging' | 'production';
  owner: string;
  kubernetes: { version: string };
  nodeGroups: NodeGroup[];
  addons?: string[];
}

/** A request for a cluster, which bears the cluster's name. */
export interface ClusterClaim extends KubernetesObject {
  spec: ClusterSpec & { resourceRef?: object };
}

export const platformGroup = 'platform.example.org';
export const platformVersion = `${platformGroup}/v1alpha1`;

/** Where claims of clusters lie on the hub. */
export const claimNamespace = 'fleet-system';
