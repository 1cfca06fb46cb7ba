import { ClusterObjects, ClusterPlan, KubernetesObject } from '../../types';
import { ControllerContext } from '../controllers/Controller';
import {
  groupLabelOf,
  nodeMetrics,
  nodeName,
  nodeObject,
} from '../nodes/nodeObjects';
import { reschedule } from '../nodes/reschedule';
import { refOf } from '../resources/refOf';
import { timestamp } from '../status/conditions';
import { NodeGroup } from './ClusterClaim';

const rebootSeconds = 2;

type Node = KubernetesObject & {
  status: {
    conditions: { type: string }[];
    nodeInfo: { kubeletVersion: string };
  };
};

/** The nodes of clusters, as their clouds scale, replace and remove them. */
export class NodeGroups {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): NodeGroups {
    return new NodeGroups(context);
  }

  /** Brings a group to as many nodes as it should have. */
  scale(cluster: ClusterObjects, plan: ClusterPlan, group: NodeGroup): void {
    const nodes = nodesOf(cluster, plan, group.name);
    for (const node of nodes.slice(group.minSize)) {
      this.remove(cluster, node);
    }
    for (let count = nodes.length; count < group.minSize; count++) {
      this.add(cluster, plan, group);
    }
    reschedule(cluster, this.context.fleet.registry);
  }

  /** Gives the nodes of a group one after the other the version that the cluster has by now. */
  roll(
    cluster: ClusterObjects,
    plan: ClusterPlan,
    group: string,
    seconds: number,
  ): void {
    const nodes = nodesOf(cluster, plan, group).filter(
      ({ status }) => status.nodeInfo.kubeletVersion !== plan.version,
    );
    const turn = seconds / (nodes.length + 1);
    for (const [index, node] of nodes.entries()) {
      this.context.scheduler.after(turn * index, () => {
        this.setReady(cluster, node, false);
        this.context.scheduler.after(Math.min(rebootSeconds, turn), () => {
          this.setReady(cluster, node, true, plan.version);
        });
      });
    }
  }

  removeAll(cluster: ClusterObjects, plan: ClusterPlan, group: string): void {
    for (const node of nodesOf(cluster, plan, group)) {
      this.remove(cluster, node);
    }
    reschedule(cluster, this.context.fleet.registry);
  }

  private add(
    cluster: ClusterObjects,
    plan: ClusterPlan,
    group: NodeGroup,
  ): void {
    const { random, touched } = this.context;
    let index = 0;
    while (cluster.get(refOfNode(nodeName(plan.name, index)))) {
      index++;
    }
    const { status, ...node } = nodeObject(
      plan,
      index,
      random,
      cluster.now(),
      group,
    );
    cluster.put(node, { manager: 'cloud-controller-manager' });
    const live = cluster.patch(
      refOf(node),
      { status },
      { manager: 'kubelet', subresource: 'status' },
    )!;
    cluster.put(nodeMetrics(live, random, cluster.now()), {
      manager: 'metrics-server',
    });
    touched(cluster, live, refOf(live));
  }

  private remove(cluster: ClusterObjects, { metadata }: Node): void {
    const { name } = metadata;
    cluster.remove(refOfNode(name));
    cluster.remove({ group: 'metrics.k8s.io', plural: 'nodes', name });
  }

  private setReady(
    cluster: ClusterObjects,
    { metadata }: Node,
    isReady: boolean,
    kubeletVersion?: string,
  ): void {
    const ref = refOfNode(metadata.name);
    const live = cluster.get(ref) as Node | undefined;
    if (!live) {
      return;
    }
    const lastTransitionTime = timestamp(cluster.now());
    const readiness = isReady
      ? {
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
        }
      : {
          status: 'False',
          reason: 'KubeletNotReady',
          message: 'node is shutting down',
        };
    const conditions = live.status.conditions.map(condition =>
      condition.type === 'Ready'
        ? { ...condition, ...readiness, lastTransitionTime }
        : condition,
    );
    cluster.patch(
      ref,
      { spec: { unschedulable: isReady ? null : true } },
      { manager: 'cloud-controller-manager' },
    );
    cluster.patch(
      ref,
      {
        status: {
          conditions,
          ...(kubeletVersion && { nodeInfo: { kubeletVersion } }),
        },
      },
      { manager: 'kubelet', subresource: 'status' },
    );
  }
}

function refOfNode(name: string) {
  return { group: '', plural: 'nodes', name };
}

function nodesOf(
  cluster: ClusterObjects,
  plan: ClusterPlan,
  group: string,
): Node[] {
  const label = groupLabelOf(plan);
  return (cluster.list('', 'nodes') as Node[]).filter(
    ({ metadata }) => metadata.labels?.[label] === group,
  );
}
