import { ClusterPlan, KubernetesObject } from '../../types';
import { NodeGroup } from '../platform/ClusterClaim';
import { Random } from '../Random';
import { timestamp } from '../status/conditions';

const clouds = {
  aws: {
    type: 'm6i.xlarge',
    groupLabel: 'eks.amazonaws.com/nodegroup',
    provider: 'aws:///{zone}/i-{id}',
  },
  gcp: {
    type: 'e2-standard-4',
    groupLabel: 'cloud.google.com/gke-nodepool',
    provider: 'gce://fleet-demo/{zone}/{name}',
  },
  azure: {
    type: 'Standard_D4s_v5',
    groupLabel: 'kubernetes.azure.com/agentpool',
    provider:
      'azure:///subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/{region}/providers/Microsoft.Compute/virtualMachines/{name}',
  },
};

/** The conditions of a node that is ready. */
export function nodeConditions(moment: Date, pressure = false): object[] {
  const condition = (
    type: string,
    status: 'True' | 'False',
    reason: string,
    message: string,
  ) => ({
    type,
    status,
    reason,
    message,
    lastHeartbeatTime: timestamp(moment),
  });
  return [
    condition(
      'MemoryPressure',
      'False',
      'KubeletHasSufficientMemory',
      'kubelet has sufficient memory available',
    ),
    pressure
      ? condition(
          'DiskPressure',
          'True',
          'KubeletHasDiskPressure',
          'kubelet has disk pressure',
        )
      : condition(
          'DiskPressure',
          'False',
          'KubeletHasNoDiskPressure',
          'kubelet has no disk pressure',
        ),
    condition(
      'PIDPressure',
      'False',
      'KubeletHasSufficientPID',
      'kubelet has sufficient PID available',
    ),
    condition(
      'Ready',
      'True',
      'KubeletReady',
      'kubelet is posting ready status',
    ),
  ];
}

/** A node's name by its number. */
export function nodeName(cluster: string, index: number): string {
  return `${cluster}-node-${index + 1}`;
}

/** How many nodes a cluster has. */
export function nodeCount(plan: ClusterPlan): number {
  return plan.environment === 'production' ? 4 : 3;
}

/** The nodes that a cluster of the fleet has from the beginning: they are of one kind. */
export function generalGroup(plan: ClusterPlan): NodeGroup {
  const nodes = nodeCount(plan);
  return {
    name: 'general',
    instanceType: clouds[plan.provider].type,
    minSize: nodes,
    maxSize: nodes * 2,
  };
}

/** The label that says which group a node is of. */
export function groupLabelOf({ provider }: ClusterPlan): string {
  return clouds[provider].groupLabel;
}

/** One node, as the cloud's controller and its kubelet describe it. */
export function nodeObject(
  plan: ClusterPlan,
  index: number,
  random: Random,
  moment: Date,
  group: NodeGroup = generalGroup(plan),
): KubernetesObject {
  const zone = `${plan.region}${'abc'[index % 3]}`;
  const name = nodeName(plan.name, index);
  const { provider, groupLabel } = clouds[plan.provider];
  const cloud = { zone, name, region: plan.region, id: random.hex(17) };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        [groupLabel]: group.name,
        'node.kubernetes.io/instance-type': group.instanceType,
        'topology.kubernetes.io/region': plan.region,
        'topology.kubernetes.io/zone': zone,
      },
    },
    spec: {
      podCIDR: `10.${index}.0.0/24`,
      providerID: provider.replace(
        /\{(\w+)\}/g,
        (_, key: keyof typeof cloud) => cloud[key],
      ),
      ...(group.taints?.length && { taints: group.taints }),
    },
    status: {
      addresses: [
        {
          type: 'InternalIP',
          address: `10.0.${index}.${random.between(2, 250)}`,
        },
        { type: 'Hostname', address: name },
      ],
      capacity: {
        cpu: '4',
        memory: '16384Mi',
        pods: '110',
        'ephemeral-storage': '83873772Ki',
      },
      allocatable: {
        cpu: '3920m',
        memory: '15162Mi',
        pods: '110',
        'ephemeral-storage': '76224326324',
      },
      conditions: nodeConditions(
        moment,
        plan.name === 'dev-us-east-1' && index === 0,
      ).map(condition => ({
        ...condition,
        lastTransitionTime: timestamp(moment),
      })),
      nodeInfo: {
        architecture: 'amd64',
        bootID: random.hex(32),
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.12.40',
        kubeletVersion: plan.version,
        kubeProxyVersion: '',
        machineID: random.hex(32),
        operatingSystem: 'linux',
        osImage: 'Bottlerocket OS 1.44.0',
        systemUUID: random.hex(32),
      },
    },
  };
}

/** What metrics-server says that a node uses. */
export function nodeMetrics(
  node: KubernetesObject,
  random: Random,
  moment: Date,
): KubernetesObject {
  return {
    apiVersion: 'metrics.k8s.io/v1beta1',
    kind: 'NodeMetrics',
    metadata: { name: node.metadata.name, labels: node.metadata.labels },
    timestamp: timestamp(moment),
    window: '20s',
    usage: {
      cpu: `${random.between(400, 2400)}m`,
      memory: `${random.between(3000, 11000)}Mi`,
    },
  };
}
