import type { LiveObject } from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { KubernetesClient } from '../../kubernetes/KubernetesClient';
import { labelSelectorOf } from './labelSelectorOf';

type Pod = NonNullable<LiveObject['pods']>[number];

interface PodStatus {
  phase?: string;
  message?: string;
  startTime?: string;
  conditions?: { type?: string; status?: string }[];
  containerStatuses?: {
    restartCount?: number;
    state?: {
      waiting?: { reason?: string; message?: string };
      terminated?: { reason?: string; message?: string };
    };
  }[];
}

const MAX_PODS = 100;

/** The pods that a workload selects; none when it selects none. */
export async function podsOf(
  client: KubernetesClient,
  workload: KubernetesObject,
): Promise<Pod[]> {
  const labelSelector = labelSelectorOf(workload);
  if (!labelSelector) {
    return [];
  }
  const { namespace } = workload.metadata;
  const { items } = await client.list(
    { group: '', version: 'v1', plural: 'pods', namespace },
    { labelSelector, limit: MAX_PODS },
  );
  return items.map(podOf);
}

function podOf(object: KubernetesObject): Pod {
  const status = (object.status ?? {}) as PodStatus;
  const containers = status.containerStatuses ?? [];
  const stuck = containers
    .map(({ state }) => state?.waiting ?? state?.terminated)
    .find(state => state?.reason && state.reason !== 'Completed');
  return {
    name: object.metadata.name,
    phase: status.phase ?? 'Unknown',
    ready: (status.conditions ?? []).some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    ),
    restarts: containers.reduce(
      (sum, { restartCount = 0 }) => sum + restartCount,
      0,
    ),
    message: stuck
      ? [stuck.reason, stuck.message].filter(Boolean).join(': ')
      : status.message,
    startedAt: status.startTime,
  };
}
