import { ClusterObjects, KubernetesObject } from '../../types';
import { PodSpec, PodTemplate } from '../manifests/podTemplate';
import { Random } from '../Random';
import { refOf } from '../resources/refOf';
import { timestamp } from '../status/conditions';
import { podStatus, pullError } from './podStatus';
import { recordEvent } from './recordEvent';
import { Progress, Workload } from './Workload';
import { replicaSetName } from './workloadStatus';

const nameLabel = 'app.kubernetes.io/name';
const manager = { manager: 'kube-controller-manager' };

/** Gives a workload the pods of its present template: all of them, or the first that a rollout makes and that cannot start. */
export function bringPods(
  cluster: ClusterObjects,
  workload: Workload,
  progress: Progress,
  moment: Date,
): void {
  const running = progress === 'settled';
  const owner = ownsReplicaSets(workload)
    ? putReplicaSet(cluster, workload, moment, running)
    : workload;
  const nodes = cluster.list('', 'nodes');
  const names = podNames(cluster, workload, nodes.length);
  // A StatefulSet begins with the last one.
  const first = workload.kind === 'StatefulSet' ? names.length - 1 : 0;
  for (const [index, name] of names.entries()) {
    if (running || index === first) {
      const pod = putPod(cluster, owner, workload, moment, {
        name,
        node: nodes[index % nodes.length]?.metadata.name,
        running,
      });
      if (!running) {
        tellOfMissingImage(cluster, pod);
      }
    }
  }
}

/** Takes away the pods and ReplicaSets of earlier templates, and the pods that are too many. */
export function removeOldPods(
  cluster: ClusterObjects,
  workload: Workload,
): void {
  const { namespace } = workload.metadata;
  const labels = workload.spec.template.metadata.labels;
  const nodes = cluster.list('', 'nodes').length;
  const present = new Set([
    replicaSetName(workload),
    ...podNames(cluster, workload, nodes),
  ]);
  for (const [group, plural] of [
    ['', 'pods'],
    ['apps', 'replicasets'],
  ]) {
    for (const { metadata } of cluster.list(group, plural)) {
      const { name } = metadata;
      const mine =
        metadata.namespace === namespace &&
        metadata.labels?.[nameLabel] === labels[nameLabel];
      if (mine && !present.has(name)) {
        cluster.remove({ group, plural, namespace, name });
      }
    }
  }
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
  running: boolean,
): KubernetesObject {
  const { namespace } = workload.metadata;
  const { template } = workload.spec;
  const name = replicaSetName(workload);
  const replicas = running ? workload.spec.replicas ?? 1 : 1;
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
      status: {
        replicas,
        ...(running ? { readyReplicas: replicas } : {}),
        observedGeneration: 1,
      },
    },
    manager,
  );
}

/** As each kind names its pods. */
function podNames(
  cluster: ClusterObjects,
  workload: Workload,
  nodes: number,
): string[] {
  const { kind, metadata, spec } = workload;
  const generation = replicaSetName(workload);
  const prefix = ownsReplicaSets(workload) ? generation : metadata.name;
  const length = kind === 'DaemonSet' ? nodes : spec.replicas ?? 1;
  return Array.from({ length }, (_, index) =>
    kind === 'StatefulSet'
      ? `${prefix}-${index}`
      : `${prefix}-${Random.create(
          0,
          cluster.name,
          generation,
          String(index),
        ).suffix(5)}`,
  );
}

function putPod(
  cluster: ClusterObjects,
  owner: KubernetesObject,
  workload: Workload,
  moment: Date,
  as: { name: string; node: string | undefined; running: boolean },
): KubernetesObject {
  const { namespace } = workload.metadata;
  const { template } = workload.spec;
  const pod: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: as.name,
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
      nodeName: as.node,
    },
  };
  const live = cluster.get(refOf(pod));
  if (live && isStuck(live) !== as.running && runsThe(live, template)) {
    return live;
  }
  cluster.put(pod, manager);
  return cluster.patch(
    refOf(pod),
    { status: podStatus(template, moment, as.running) },
    { manager: 'kubelet', subresource: 'status' },
  )!;
}

function runsThe(pod: KubernetesObject, { spec }: PodTemplate): boolean {
  const { containers } = pod.spec as PodSpec;
  return JSON.stringify(containers) === JSON.stringify(spec.containers);
}

/** Whether a pod waits for an image that is not there. */
export function isStuck({ status }: KubernetesObject): boolean {
  return (status as { phase?: string } | undefined)?.phase === 'Pending';
}

/** What the kubelet says each time that it tries to pull. */
export function tellOfMissingImage(
  cluster: ClusterObjects,
  pod: KubernetesObject,
): void {
  const { image } = (pod.spec as PodSpec).containers[0];
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
