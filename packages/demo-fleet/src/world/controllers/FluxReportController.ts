import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { fluxReportSpec } from '../status/fluxReport';
import { Controller, ControllerContext, keyOf } from './Controller';

const ref = {
  group: 'fluxcd.controlplane.io',
  plural: 'fluxreports',
  namespace: 'flux-system',
  name: 'flux',
};
const reportSeconds = 300;

/** Plays the part of flux-operator that sums up what Flux on a cluster does. */
export class FluxReportController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): FluxReportController {
    return new FluxReportController(context);
  }

  start(cluster: ClusterObjects): void {
    if (cluster.get(ref)) {
      this.report(cluster, this.context.random.next() * reportSeconds);
    }
  }

  /** Where flux-operator was just installed. */
  touched(
    cluster: ClusterObjects,
    _object: KubernetesObject,
    { plural }: ObjectRef,
  ): void {
    if (plural === ref.plural) {
      this.report(cluster, reportSeconds);
    }
  }

  private report(cluster: ClusterObjects, seconds: number): void {
    this.context.queue.plan(keyOf(cluster, ref), seconds, () => {
      const plan = this.context.fleet.plans.find(
        ({ name }) => name === cluster.name,
      );
      if (plan) {
        const spec = fluxReportSpec(cluster, plan);
        cluster.patch(ref, { spec }, { manager: 'flux-operator' });
        this.report(cluster, reportSeconds);
      }
    });
  }
}
