import { ClusterPlan } from '../../types';
import { nodeCount } from '../nodes/nodeObjects';
import { ClusterClaim, claimNamespace, platformVersion } from './ClusterClaim';

/** What spokes were asked for with. Their nodes are of this one kind. */
export const instanceTypes = {
  aws: 'm6i.xlarge',
  gcp: 'e2-standard-4',
  azure: 'Standard_D4s_v5',
} as const;

/** The claim that a spoke was made from, as it lies in Git. */
export function claimOf(plan: ClusterPlan): ClusterClaim {
  const nodes = nodeCount(plan);
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(plan.version)!;
  return {
    apiVersion: platformVersion,
    kind: 'KubernetesCluster',
    metadata: { name: plan.name, namespace: claimNamespace },
    spec: {
      cloudProvider: plan.provider,
      region: plan.region,
      environment: plan.environment as ClusterClaim['spec']['environment'],
      owner: 'group:default/sre',
      kubernetes: { version: `${major}.${minor}` },
      nodeGroups: [
        {
          name: 'general',
          instanceType: instanceTypes[plan.provider],
          minSize: nodes,
          maxSize: nodes * 2,
        },
      ],
      addons:
        plan.environment === 'production'
          ? ['block-storage', 'observability']
          : ['block-storage'],
    },
  };
}
