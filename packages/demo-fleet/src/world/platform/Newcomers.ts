import { ClusterObjects, ClusterPlan } from '../../types';
import { applyManifests } from '../controllers/applyManifests';
import { ControllerContext } from '../controllers/Controller';
import { enginesOn } from '../delivery/enginesOn';
import {
  gitRepositoryManifest,
  kustomizationManifest,
} from '../manifests/fluxManifests';
import { engineNamespaces } from '../manifests/namespaceManifests';
import { populateCredentials } from '../populate/populateCredentials';
import { populateFluxOperator } from '../populate/populateFlux';
import { populateSystem } from '../populate/populateSystem';
import { Site } from '../populate/Site';
import { Random } from '../Random';
import { clusterFiles } from '../repository/clusterFiles';
import { FleetRepository } from '../repository/FleetRepository';
import {
  fleetSource,
  folderOfCluster,
  rootKustomization,
} from '../repository/fleetRoots';
import { kustomizationIn } from '../repository/kustomize/KustomizationFile';
import { resourcesOf } from '../resources/resourcesOf';
import { Cloud } from './Cloud';
import { ClusterSpec } from './ClusterClaim';
import { NodeGroups } from './NodeGroups';
import { patchVersion } from './patchVersion';

/** Clusters that claims make, from their first node until their own Flux takes over, and until they are gone. */
export class Newcomers {
  private constructor(
    private readonly context: ControllerContext,
    private readonly nodes: NodeGroups,
    private readonly cloud: Cloud | undefined,
  ) {}

  static create(
    context: ControllerContext,
    nodes: NodeGroups,
    cloud: Cloud | undefined,
  ): Newcomers {
    return new Newcomers(context, nodes, cloud);
  }

  /** A cluster with nodes and nothing on it. */
  join(name: string, spec: ClusterSpec): void {
    const { fleet, clusters, adopt } = this.context;
    if (!this.cloud || clusters.has(name)) {
      return;
    }
    const plan: ClusterPlan = {
      name,
      hub: false,
      environment: spec.environment,
      region: spec.region,
      provider: spec.cloudProvider,
      version: patchVersion(spec.kubernetes.version),
      delivery: 'flux',
    };
    fleet.plans.push(plan);
    fleet.deliveries.welcome(plan);
    const cluster = this.cloud.create(plan);
    cluster.define(resourcesOf(name, new Set()));
    for (const group of spec.nodeGroups) {
      this.nodes.scale(cluster, plan, group);
    }
    populateSystem({
      ...this.siteOf(cluster, plan),
      engines: new Set(),
      nodes: 0,
    });
    adopt(cluster);
  }

  /** The kinds of the platform, before anything can be made of them. */
  installKinds(cluster: ClusterObjects, plan: ClusterPlan): void {
    const engines = new Set(this.siteOf(cluster, plan).engines);
    engines.delete('flux');
    cluster.define(resourcesOf(plan.name, engines));
  }

  installFlux(cluster: ClusterObjects, plan: ClusterPlan): void {
    const site = this.siteOf(cluster, plan);
    cluster.define(resourcesOf(plan.name, site.engines));
    for (const namespace of engineNamespaces(site.engines)) {
      cluster.put(namespace, { manager: 'helm' });
    }
    populateCredentials(site);
    populateFluxOperator(site);
    const [report] = cluster.list('fluxcd.controlplane.io', 'fluxreports');
    this.context.touched(cluster, report, {
      group: 'fluxcd.controlplane.io',
      plural: 'fluxreports',
      namespace: report.metadata.namespace,
      name: report.metadata.name,
    });
  }

  /** From here on Flux delivers everything else: the platform, and what the fleet's repository has for the cluster. */
  sync(cluster: ClusterObjects, plan: ClusterPlan): void {
    const root = this.context.fleet.deliveries
      .livingOn(plan.name)
      .find(({ name }) => name === 'flux-system');
    if (root) {
      applyManifests(
        cluster,
        [gitRepositoryManifest(), kustomizationManifest(root)],
        'crossplane-kubernetes-provider',
        this.context.touched,
      );
    }
    const { repository } = this.context.fleet;
    if (repository) {
      this.bootstrap(cluster, plan, repository).catch(error =>
        process.emitWarning(error),
      );
    }
  }

  /** As `flux bootstrap` does: what the cluster begins with is committed, then the cluster is pointed at it. */
  private async bootstrap(
    cluster: ClusterObjects,
    plan: ClusterPlan,
    repository: FleetRepository,
  ): Promise<void> {
    const files = repository.filesAt(repository.head);
    if (!kustomizationIn(files, folderOfCluster(plan))) {
      await repository.commit(
        `Begin ${plan.name}`,
        clusterFiles(plan, repository.url),
      );
    }
    applyManifests(
      cluster,
      [fleetSource(repository.url), rootKustomization(plan)],
      'flux',
      this.context.touched,
    );
  }

  /** Nobody hears of the cluster any more. */
  withdraw(name: string): void {
    this.cloud?.withdraw(name);
  }

  forget(plan: ClusterPlan): void {
    const { fleet, abandon } = this.context;
    fleet.plans.splice(fleet.plans.indexOf(plan), 1);
    fleet.deliveries.forget(plan.name);
    abandon(plan.name);
    this.cloud?.delete(plan.name);
  }

  private siteOf(cluster: ClusterObjects, plan: ClusterPlan): Site {
    const { fleet } = this.context;
    return {
      fleet,
      cluster,
      plan,
      engines: enginesOn(fleet.deliveries, plan.name),
      nodes: cluster.list('', 'nodes').length,
      random: Random.create(fleet.seed, 'join', plan.name),
      fresh: true,
    };
  }
}
