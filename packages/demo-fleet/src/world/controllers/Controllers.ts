import { ClusterObjects } from '../../types';
import { Fleet } from '../Fleet';
import { CertificateController } from '../certificates/CertificateController';
import { FlaggerController } from '../flagger/FlaggerController';
import { Cloud } from '../platform/Cloud';
import { CrossplaneController } from '../platform/CrossplaneController';
import { PolicyController } from '../policy/PolicyController';
import { Random } from '../Random';
import { SecretController } from '../secrets/SecretController';
import { TrivyController } from '../scanner/TrivyController';
import { Scheduler } from '../Scheduler';
import { WorkloadController } from '../workloads/WorkloadController';
import { ApplicationController } from './ApplicationController';
import { ApplicationSetController } from './ApplicationSetController';
import { Controller, ControllerContext } from './Controller';
import { FluxReportController } from './FluxReportController';
import { HelmReleaseController } from './HelmReleaseController';
import { KustomizationController } from './KustomizationController';
import { NodeController } from './NodeController';
import { SourceController } from './SourceController';
import { WorkQueue } from './WorkQueue';

/** All controllers of all clusters, each told of what the others and the clients write. */
export class Controllers {
  /** Tells every controller that an object was written. */
  readonly touched: Controller['touched'] = (cluster, object, ref) => {
    for (const controller of this.all) {
      controller.touched(cluster, object, ref);
    }
  };

  private readonly all: Controller[];
  private readonly sources: SourceController;
  private readonly applications: ApplicationController;

  private constructor(
    context: Pick<
      ControllerContext,
      'fleet' | 'scheduler' | 'queue' | 'random' | 'notify'
    >,
    private readonly clusters: Map<string, ClusterObjects>,
    cloud: Cloud | undefined,
  ) {
    const complete: ControllerContext = {
      ...context,
      clusters,
      touched: this.touched,
      adopt: cluster => this.adopt(cluster),
      abandon: name => clusters.delete(name),
    };
    this.sources = SourceController.create(complete);
    this.applications = ApplicationController.create(complete);
    this.all = [
      this.sources,
      KustomizationController.create(complete),
      HelmReleaseController.create(complete),
      this.applications,
      ApplicationSetController.create(complete),
      WorkloadController.create(complete),
      FlaggerController.create(complete),
      SecretController.create(complete),
      CertificateController.create(complete),
      NodeController.create(complete),
      FluxReportController.create(complete),
      PolicyController.create(complete),
      TrivyController.create(complete),
      CrossplaneController.create(complete, cloud),
    ];
    for (const cluster of clusters.values()) {
      this.adopt(cluster);
    }
    context.fleet.repository?.onChange(() => {
      this.sources.pushed();
      this.applications.pushed();
    });
  }

  static start(
    fleet: Fleet,
    clusters: Map<string, ClusterObjects>,
    scheduler: Scheduler,
    options: { notify?: ControllerContext['notify']; cloud?: Cloud } = {},
  ): Controllers {
    const context = {
      fleet,
      scheduler,
      notify: options.notify,
      queue: WorkQueue.create(scheduler),
      random: Random.create(fleet.seed, 'controllers'),
    };
    return new Controllers(context, clusters, options.cloud);
  }

  private adopt(cluster: ClusterObjects): void {
    this.clusters.set(cluster.name, cluster);
    cluster.onClientWrite((object, ref) => this.touched(cluster, object, ref));
    for (const controller of this.all) {
      controller.start(cluster);
    }
  }

  /** Tells that main has a new commit. */
  committed(): void {
    this.sources.committed();
  }
}
