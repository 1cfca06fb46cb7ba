import { ClusterObjects, KubernetesObject } from '../../types';
import { podTemplateOf } from '../manifests/podTemplate';
import { Registry } from '../Registry';
import { refOf } from '../resources/refOf';
import { HealthStatus } from '../status/applicationStatus';
import { isWorkload } from './settleWorkload';
import { Workload } from './Workload';

interface Health {
  status: HealthStatus;
  message?: string;
}

/** How an applied object is, in Argo CD's words; undefined where the kind has no health of its own. */
export function healthOf(
  cluster: ClusterObjects,
  manifest: KubernetesObject,
): Health | undefined {
  const live = cluster.get(refOf(manifest));
  if (!live) {
    return { status: 'Missing' };
  }
  if (!isWorkload(refOf(manifest)) || manifest.kind === 'CronJob') {
    return healthWithoutPods(manifest);
  }
  return workloadHealth(live as Workload);
}

/** How an object will be once everything that can come up has come up. */
export function expectedHealth(
  manifest: KubernetesObject,
  registry: Registry,
): Health | undefined {
  const containers = podTemplateOf(manifest)?.spec.containers;
  if (!containers || manifest.kind === 'CronJob') {
    return healthWithoutPods(manifest);
  }
  return containers.every(({ image }) => registry.has(image))
    ? { status: 'Healthy' }
    : stuck(manifest);
}

function healthWithoutPods({ kind }: KubernetesObject): Health | undefined {
  return kind === 'Service' || kind === 'Ingress'
    ? { status: 'Healthy' }
    : undefined;
}

function stuck({ kind, metadata }: KubernetesObject): Health {
  return {
    status: 'Degraded',
    message: `${kind} "${metadata.name}" exceeded its progress deadline`,
  };
}

function workloadHealth(workload: Workload): Health {
  const { kind, metadata, status } = workload;
  if (
    status?.phase === 'Degraded' ||
    status?.conditions?.some(
      ({ reason }) => reason === 'ProgressDeadlineExceeded',
    )
  ) {
    return stuck(workload);
  }
  return isRolling(kind, metadata.generation ?? 1, status ?? {})
    ? {
        status: 'Progressing',
        message: `Waiting for rollout to finish: ${kind} "${metadata.name}" is not yet up to date`,
      }
    : { status: 'Healthy' };
}

function isRolling(
  kind: string,
  generation: number,
  status: Partial<Record<string, unknown>>,
): boolean {
  if (Number(status.observedGeneration) !== generation) {
    return true;
  }
  return kind === 'DaemonSet'
    ? status.updatedNumberScheduled !== status.desiredNumberScheduled
    : status.updatedReplicas !== status.replicas;
}
