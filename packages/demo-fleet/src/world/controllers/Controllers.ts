import { ClusterObjects } from '../../types';
import { Fleet } from '../Fleet';
import { PolicyController } from '../policy/PolicyController';
import { Random } from '../Random';
import { TrivyController } from '../scanner/TrivyController';
import { Scheduler } from '../Scheduler';
import { WorkloadController } from '../workloads/WorkloadController';
import { ApplicationController } from './ApplicationController';
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

  private constructor(context: Omit<ControllerContext, 'touched'>) {
    const complete: ControllerContext = { ...context, touched: this.touched };
    this.sources = SourceController.create(complete);
    this.all = [
      this.sources,
      KustomizationController.create(complete),
      HelmReleaseController.create(complete),
      ApplicationController.create(complete),
      WorkloadController.create(complete),
      NodeController.create(complete),
      FluxReportController.create(complete),
      PolicyController.create(complete),
      TrivyController.create(complete),
    ];
    for (const cluster of context.clusters.values()) {
      cluster.onClientWrite((object, ref) =>
        this.touched(cluster, object, ref),
      );
      for (const controller of this.all) {
        controller.start(cluster);
      }
    }
  }

  static start(
    fleet: Fleet,
    clusters: ReadonlyMap<string, ClusterObjects>,
    scheduler: Scheduler,
    notify?: ControllerContext['notify'],
  ): Controllers {
    return new Controllers({
      fleet,
      clusters,
      scheduler,
      notify,
      queue: WorkQueue.create(scheduler),
      random: Random.create(fleet.seed, 'controllers'),
    });
  }

  /** Tells that main has a new commit. */
  committed(): void {
    this.sources.committed();
  }
}
