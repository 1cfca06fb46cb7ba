import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { nodeMetrics } from '../nodes/nodeObjects';
import { refOf } from '../resources/refOf';
import { timestamp } from '../status/conditions';
import { Controller, ControllerContext, keyOf } from './Controller';

const heartbeatSeconds = 300;
const metricsSeconds = 60;

/** Plays the kubelets and metrics-server. */
export class NodeController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): NodeController {
    return new NodeController(context);
  }

  start(cluster: ClusterObjects): void {
    const { random } = this.context;
    for (const { metadata } of cluster.list('', 'nodes')) {
      this.beat(cluster, metadata.name, random.next() * heartbeatSeconds);
    }
    this.measure(cluster, random.next() * metricsSeconds);
  }

  /** A node that joins begins to send its heartbeats. */
  touched(
    cluster: ClusterObjects,
    { metadata }: KubernetesObject,
    { group, plural }: ObjectRef,
  ): void {
    if (group === '' && plural === 'nodes') {
      this.beat(cluster, metadata.name, heartbeatSeconds);
    }
  }

  private beat(cluster: ClusterObjects, name: string, seconds: number): void {
    const ref = { group: '', plural: 'nodes', name };
    this.context.queue.plan(keyOf(cluster, ref), seconds, () => {
      const live = cluster.get(ref) as
        | (KubernetesObject & { status: { conditions: object[] } })
        | undefined;
      if (live) {
        const lastHeartbeatTime = timestamp(cluster.now());
        const conditions = live.status.conditions.map(condition => ({
          ...condition,
          lastHeartbeatTime,
        }));
        cluster.patch(
          ref,
          { status: { conditions } },
          { manager: 'kubelet', subresource: 'status' },
        );
        this.beat(cluster, name, heartbeatSeconds);
      }
    });
  }

  private measure(cluster: ClusterObjects, seconds: number): void {
    const { scheduler, random } = this.context;
    scheduler.after(seconds, () => {
      if (this.context.clusters.get(cluster.name) !== cluster) {
        return;
      }
      for (const node of cluster.list('', 'nodes')) {
        const metrics = nodeMetrics(node, random, cluster.now());
        cluster.patch(refOf(metrics), metrics, { manager: 'metrics-server' });
      }
      this.measure(cluster, metricsSeconds);
    });
  }
}
