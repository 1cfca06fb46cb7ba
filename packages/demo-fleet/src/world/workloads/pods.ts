import { ClusterObjects, KubernetesObject } from '../../types';
import { PodTemplate } from '../manifests/podTemplate';
import { nodeName } from '../nodes/nodeObjects';
import { Random } from '../Random';
import { refOf } from '../resources/refOf';
import { timestamp } from '../status/conditions';
import { podStatus, pullError } from './podStatus';
import { recordEvent } from './recordEvent';
import { Progress, Workload } from './Workload';
import { replicaSetName } from './workloadStatus';

const nameLabel = 'app.kubernetes.io/name';
const manager = { manager: 'kube-controller-manager' };

/** Gives a workload one pod of its present template; more would only be more of the same. */
export function bringPods(
  cluster: ClusterObjects,
  workload: Workload,
  progress: Progress,
  moment: Date,
): void {
  const owner = ownsReplicaSets(workload)
    ? putReplicaSet(cluster, workload, moment)
    : workload;
  const running = progress === 'settled';
  const pod = putPod(cluster, owner, workload, moment, running);
  if (!running) {
    tellOfMissingImage(cluster, pod, workload.spec.template);
  }
}

/** Takes away the pods and ReplicaSets of earlier templates. */
export function removeOldPods(
  cluster: ClusterObjects,
  workload: Workload,
): void {
  const { namespace } = workload.metadata;
  const labels = workload.spec.template.metadata.labels;
  for (const [group, plural] of [
    ['', 'pods'],
    ['apps', 'replicasets'],
  ]) {
    for (const { metadata } of cluster.list(group, plural)) {
      const { name } = metadata;
      const mine =
        metadata.namespace === namespace &&
        metadata.labels?.[nameLabel] === labels[nameLabel];
      if (mine && !isPresent(workload, name)) {
        cluster.remove({ group, plural, namespace, name });
      }
    }
  }
}

function isPresent(workload: Workload, name: string): boolean {
  return (
    name.startsWith(replicaSetName(workload)) ||
    name === `${workload.metadata.name}-0`
  );
}

function ownsReplicaSets({ kind }: Workload): boolean {
  return kind === 'Deployment' || kind === 'Rollout';
}

function ownedBy(owner: KubernetesObject): object[] {
  const { apiVersion, kind, metadata } = owner;
  return [
    {
      apiVersion,
      kind,
      name: metadata.name,
      uid: metadata.uid,
      controller: true,
      blockOwnerDeletion: true,
    },
  ];
}

function putReplicaSet(
  cluster: ClusterObjects,
  workload: Workload,
  moment: Date,
): KubernetesObject {
  const { namespace } = workload.metadata;
  const { template } = workload.spec;
  const name = replicaSetName(workload);
  const replicas = workload.spec.replicas ?? 1;
  const labels = {
    ...template.metadata.labels,
    'pod-template-hash': name.split('-').pop()!,
  };
  return cluster.put(
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name,
        namespace,
        labels,
        creationTimestamp: timestamp(moment),
        ownerReferences: ownedBy(workload),
      },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { ...template, metadata: { labels } },
      },
      status: { replicas, readyReplicas: replicas, observedGeneration: 1 },
    },
    manager,
  );
}

function podName(cluster: ClusterObjects, workload: Workload): string {
  if (workload.kind === 'StatefulSet') {
    return `${workload.metadata.name}-0`;
  }
  const generated = replicaSetName(workload);
  return `${generated}-${Random.create(0, cluster.name, generated).suffix(5)}`;
}

function putPod(
  cluster: ClusterObjects,
  owner: KubernetesObject,
  workload: Workload,
  moment: Date,
  running: boolean,
): KubernetesObject {
  const { namespace } = workload.metadata;
  const { template } = workload.spec;
  const name = podName(cluster, workload);
  const pod: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      labels: {
        ...template.metadata.labels,
        ...owner.metadata.labels,
      },
      creationTimestamp: timestamp(moment),
      ownerReferences: ownedBy(owner),
    },
    spec: {
      ...template.spec,
      nodeName: nodeName(cluster.name, 0),
    },
  };
  cluster.put(pod, manager);
  return cluster.patch(
    refOf(pod),
    { status: podStatus(template, moment, running) },
    { manager: 'kubelet', subresource: 'status' },
  )!;
}

function tellOfMissingImage(
  cluster: ClusterObjects,
  pod: KubernetesObject,
  template: PodTemplate,
): void {
  const { image } = template.spec.containers[0];
  for (const [type, reason, message] of [
    ['Normal', 'Pulling', `Pulling image "${image}"`],
    [
      'Warning',
      'Failed',
      `Failed to pull image "${image}": ${pullError(image)}`,
    ],
    ['Warning', 'Failed', 'Error: ErrImagePull'],
    ['Normal', 'BackOff', `Back-off pulling image "${image}"`],
    ['Warning', 'Failed', 'Error: ImagePullBackOff'],
  ] as const) {
    recordEvent(cluster, {
      regarding: pod,
      type,
      reason,
      message,
      controller: 'kubelet',
    });
  }
}
