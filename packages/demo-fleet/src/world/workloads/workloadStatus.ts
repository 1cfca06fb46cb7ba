import { Random } from '../Random';
import { conditions, timestamp } from '../status/conditions';
import { Progress, Workload } from './Workload';

/** The name of the ReplicaSet that a workload makes for its present template. */
export function replicaSetName({ metadata, spec }: Workload): string {
  const hash = Random.create(0, JSON.stringify(spec.template)).suffix(10);
  return `${metadata.name}-${hash}`;
}

function deploymentStatus(
  workload: Workload,
  progress: Progress,
  moment: Date,
) {
  const replicas = workload.spec.replicas ?? 1;
  const settled = progress === 'settled';
  const name = replicaSetName(workload);
  const progressing = {
    settled: {
      status: 'True' as const,
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${name}" has successfully progressed.`,
    },
    rolling: {
      status: 'True' as const,
      reason: 'ReplicaSetUpdated',
      message: `ReplicaSet "${name}" is progressing.`,
    },
    stuck: {
      status: 'False' as const,
      reason: 'ProgressDeadlineExceeded',
      message: `ReplicaSet "${name}" has timed out progressing.`,
    },
  }[progress];
  return {
    observedGeneration: workload.metadata.generation ?? 1,
    replicas: settled ? replicas : replicas + 1,
    updatedReplicas: settled ? replicas : 1,
    readyReplicas: replicas,
    availableReplicas: replicas,
    // A merge patch: null takes the field away, as the controller leaves it out when nothing is unavailable.
    unavailableReplicas: settled ? null : 1,
    conditions: conditions(workload.status?.conditions, moment, [
      {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      },
      { type: 'Progressing', ...progressing },
    ]).map(condition => ({
      ...condition,
      lastUpdateTime: condition.lastTransitionTime,
    })),
  };
}

function statefulSetStatus(workload: Workload, progress: Progress) {
  const replicas = workload.spec.replicas ?? 1;
  const settled = progress === 'settled';
  const revision = replicaSetName(workload);
  return {
    observedGeneration: workload.metadata.generation ?? 1,
    replicas,
    readyReplicas: settled ? replicas : replicas - 1,
    availableReplicas: settled ? replicas : replicas - 1,
    updatedReplicas: settled ? replicas : 1,
    updateRevision: revision,
    ...(settled
      ? { currentRevision: revision, currentReplicas: replicas }
      : {}),
    collisionCount: 0,
  };
}

function daemonSetStatus(
  workload: Workload,
  progress: Progress,
  nodes: number,
) {
  const settled = progress === 'settled';
  return {
    observedGeneration: workload.metadata.generation ?? 1,
    currentNumberScheduled: nodes,
    desiredNumberScheduled: nodes,
    numberAvailable: settled ? nodes : nodes - 1,
    numberReady: settled ? nodes : nodes - 1,
    numberUnavailable: settled ? null : 1,
    numberMisscheduled: 0,
    updatedNumberScheduled: settled ? nodes : 1,
  };
}

function rolloutStatus(workload: Workload, progress: Progress) {
  const replicas = workload.spec.replicas ?? 1;
  const hash = replicaSetName(workload).split('-').pop();
  const settled = progress === 'settled';
  return {
    // Argo Rollouts writes it as text.
    observedGeneration: String(workload.metadata.generation ?? 1),
    phase: { settled: 'Healthy', rolling: 'Progressing', stuck: 'Degraded' }[
      progress
    ],
    message: {
      settled: null,
      rolling: 'more replicas need to be updated',
      stuck: 'ProgressDeadlineExceeded',
    }[progress],
    replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    updatedReplicas: settled ? replicas : 1,
    currentPodHash: hash,
    ...(settled ? { stableRS: hash } : {}),
    currentStepIndex: settled ? 4 : 1,
  };
}

/** The status that a workload's controller writes. */
export function workloadStatus(
  workload: Workload,
  progress: Progress,
  moment: Date,
  nodes: number,
): object {
  switch (workload.kind) {
    case 'Deployment':
      return deploymentStatus(workload, progress, moment);
    case 'StatefulSet':
      return statefulSetStatus(workload, progress);
    case 'DaemonSet':
      return daemonSetStatus(workload, progress, nodes);
    case 'Rollout':
      return rolloutStatus(workload, progress);
    case 'CronJob':
      return {
        lastScheduleTime: `${timestamp(moment).slice(0, 10)}T02:15:00Z`,
        lastSuccessfulTime: `${timestamp(moment).slice(0, 10)}T02:16:12Z`,
      };
    default:
      throw new Error(`A ${workload.kind} is not a workload.`);
  }
}
