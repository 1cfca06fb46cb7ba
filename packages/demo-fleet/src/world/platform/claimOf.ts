import { ClusterPlan } from '../../types';
import { generalGroup } from '../nodes/nodeObjects';
import { ClusterClaim, claimNamespace, platformVersion } from './ClusterClaim';

const owner = 'group:default/sre';

/** The claim that a spoke was made from, as it lies in Git. */
export function claimOf(plan: ClusterPlan): ClusterClaim {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(plan.version)!;
  return {
    apiVersion: platformVersion,
    kind: 'KubernetesCluster',
    metadata: {
      name: plan.name,
      namespace: claimNamespace,
      annotations: { 'fleetcommander.io/entity': owner },
    },
    spec: {
      cloudProvider: plan.provider,
      region: plan.region,
      environment: plan.environment as ClusterClaim['spec']['environment'],
      owner,
      kubernetes: { version: `${major}.${minor}` },
      nodeGroups: [generalGroup(plan)],
      addons:
        plan.environment === 'production'
          ? ['block-storage', 'observability']
          : ['block-storage'],
    },
  };
}
