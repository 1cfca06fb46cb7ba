import { ClusterObjects, ClusterPlan, KubernetesObject } from '../../types';
import { ControllerContext } from '../controllers/Controller';
import { Cloud } from './Cloud';
import { ClusterSpec, platformGroup } from './ClusterClaim';
import { Newcomers } from './Newcomers';
import { NodeGroups } from './NodeGroups';
import { Part, partOf } from './Part';
import { minorOf, patchVersion } from './patchVersion';
import { CloudWork } from './Providers';
import { runningVersion } from './runningVersion';

const nodeGroupPrefix = 'node-group-';

/** What comes of it on the fleet's clusters when providers make, change and remove the resources of claims. */
export class Spokes implements CloudWork {
  private readonly nodes: NodeGroups;
  private readonly newcomers: Newcomers;

  private constructor(
    private readonly context: ControllerContext,
    cloud: Cloud | undefined,
  ) {
    this.nodes = NodeGroups.create(context);
    this.newcomers = Newcomers.create(context, this.nodes, cloud);
  }

  static create(context: ControllerContext, cloud: Cloud | undefined): Spokes {
    return new Spokes(context, cloud);
  }

  /** Nodes are replaced while their group changes. */
  changing(_hub: ClusterObjects, object: KubernetesObject, part: Part): void {
    const group = groupOfNodes(part.name);
    const spoke = this.find(object);
    if (!spoke || group === undefined) {
      return;
    }
    this.nodes.roll(spoke.cluster, spoke.plan, group, part.seconds);
  }

  settled(hub: ClusterObjects, object: KubernetesObject, part: Part): void {
    const name = clusterOf(object);
    const spec = specOf(hub, object);
    if (!name || !spec) {
      return;
    }
    if (part.name === 'registration') {
      this.newcomers.join(name, spec);
      return;
    }
    const spoke = this.find(object);
    if (!spoke) {
      return;
    }
    const { cluster, plan } = spoke;
    const group = spec.nodeGroups.find(
      each => each.name === groupOfNodes(part.name),
    );
    if (group) {
      this.nodes.scale(cluster, plan, group);
    }
    switch (part.name) {
      case 'control-plane':
        upgrade(cluster, plan, runningVersion(object));
        break;
      case 'platform-crds':
        this.newcomers.installKinds(cluster, plan);
        break;
      case 'flux':
        this.newcomers.installFlux(cluster, plan);
        break;
      case 'flux-sync':
        this.newcomers.sync(cluster, plan);
        break;
      default:
    }
  }

  gone(_hub: ClusterObjects, object: KubernetesObject): void {
    const spoke = this.find(object);
    const part = partOf(object);
    if (!spoke || !part) {
      return;
    }
    const group = groupOfNodes(part);
    if (group !== undefined) {
      this.nodes.removeAll(spoke.cluster, spoke.plan, group);
    } else if (part === 'registration') {
      this.newcomers.withdraw(spoke.plan.name);
    } else if (part === 'control-plane') {
      this.newcomers.forget(spoke.plan);
    }
  }

  private find(
    object: KubernetesObject,
  ): { cluster: ClusterObjects; plan: ClusterPlan } | undefined {
    const { clusters, fleet } = this.context;
    const name = clusterOf(object);
    const cluster = name && clusters.get(name);
    const plan = fleet.plans.find(each => each.name === name);
    return cluster && plan ? { cluster, plan } : undefined;
  }
}

/** Of which cluster it is a part; that of a database is of none. */
function clusterOf({ metadata }: KubernetesObject): string | undefined {
  return metadata.labels?.['crossplane.io/claim-name'];
}

function groupOfNodes(part: string): string | undefined {
  return part.startsWith(nodeGroupPrefix)
    ? part.slice(nodeGroupPrefix.length)
    : undefined;
}

function specOf(
  hub: ClusterObjects,
  { metadata }: KubernetesObject,
): ClusterSpec | undefined {
  const composite = hub.get({
    group: platformGroup,
    plural: 'xkubernetesclusters',
    name: metadata.labels?.['crossplane.io/composite'] ?? '',
  });
  return composite?.spec as ClusterSpec | undefined;
}

/** The control plane comes first: nodes may be older than it, and never newer. */
function upgrade(
  cluster: ClusterObjects,
  plan: ClusterPlan,
  minor: string | undefined,
): void {
  if (minor && minor !== minorOf(plan.version)) {
    plan.version = patchVersion(minor);
    cluster.upgrade(plan.version);
  }
}
