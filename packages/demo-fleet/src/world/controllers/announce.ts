import { ClusterObjects } from '../../types';
import { timestamp } from '../status/conditions';
import { Happening, recordEvent } from '../workloads/recordEvent';
import { ControllerContext } from './Controller';

/** What a controller of Flux sends to notification-controller, which passes it on as it is. */
export interface FluxNotification {
  involvedObject: object;
  severity: 'info' | 'error';
  timestamp: string;
  message: string;
  reason: string;
  metadata?: Record<string, string>;
  reportingController: string;
  reportingInstance: string;
}

/** Tells of something as controllers of Flux do: in an Event, and to notification-controller. */
export function announce(
  { notify }: Pick<ControllerContext, 'notify'>,
  cluster: ClusterObjects,
  happening: Happening,
): void {
  recordEvent(cluster, happening);
  const { regarding, type, reason, message, controller } = happening;
  const { apiVersion, kind, metadata } = regarding;
  const { name, namespace, uid, resourceVersion } = metadata;
  notify?.(cluster.name, {
    involvedObject: {
      kind,
      namespace,
      name,
      uid,
      apiVersion,
      resourceVersion,
    },
    severity: type === 'Normal' ? 'info' : 'error',
    timestamp: timestamp(cluster.now()),
    message,
    reason,
    metadata: happening.annotations,
    reportingController: controller,
    reportingInstance: `${controller}-0`,
  });
}
