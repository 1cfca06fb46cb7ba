import { ClusterObjects, KubernetesObject } from '../../types';
import { Random } from '../Random';
import { timestamp } from '../status/conditions';

/** What happened to an object, told by a controller. */
export interface Happening {
  regarding: KubernetesObject;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  controller: string;
  annotations?: Record<string, string>;
}

/** Writes an Event; the same once more only counts up. */
export function recordEvent(
  cluster: ClusterObjects,
  happening: Happening,
): void {
  const { regarding, type, reason, message, controller } = happening;
  const { kind, apiVersion, metadata } = regarding;
  const namespace = metadata.namespace ?? 'default';
  const id = Random.create(0, kind, metadata.name, reason, message).hex(16);
  const name = `${metadata.name}.${id}`;
  const now = timestamp(cluster.now());
  const ref = { group: '', plural: 'events', namespace, name };
  const live = cluster.get(ref) as
    | (KubernetesObject & { count: number })
    | undefined;
  if (live) {
    cluster.patch(
      ref,
      { count: live.count + 1, lastTimestamp: now },
      { manager: controller },
    );
    return;
  }
  cluster.put(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name, namespace, annotations: happening.annotations },
      involvedObject: {
        apiVersion,
        kind,
        name: metadata.name,
        namespace: metadata.namespace,
        uid: metadata.uid,
        resourceVersion: metadata.resourceVersion,
      },
      type,
      reason,
      message,
      source: { component: controller },
      reportingComponent: controller,
      reportingInstance: `${controller}-0`,
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
    },
    { manager: controller },
  );
}
