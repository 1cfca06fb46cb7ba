import { ClusterObjects, KubernetesObject } from '../../types';
import { nodeMetrics } from '../nodes/nodeObjects';
import { refOf } from '../resources/refOf';
import { timestamp } from '../status/conditions';
import { Controller, ControllerContext } from './Controller';

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
    const nodes = cluster.list('', 'nodes');
    for (const { metadata } of nodes) {
      this.beat(cluster, metadata.name, random.next() * heartbeatSeconds);
    }
    this.measure(cluster, nodes, random.next() * metricsSeconds);
  }

  touched(): void {}

  private beat(cluster: ClusterObjects, name: string, seconds: number): void {
    this.context.scheduler.after(seconds, () => {
      const ref = { group: '', plural: 'nodes', name };
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

  private measure(
    cluster: ClusterObjects,
    nodes: KubernetesObject[],
    seconds: number,
  ): void {
    const { scheduler, random } = this.context;
    scheduler.after(seconds, () => {
      for (const node of nodes) {
        const metrics = nodeMetrics(node, random, cluster.now());
        cluster.patch(refOf(metrics), metrics, { manager: 'metrics-server' });
      }
      this.measure(cluster, nodes, metricsSeconds);
    });
  }
}
