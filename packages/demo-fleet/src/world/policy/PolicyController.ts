import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import {
  Controller,
  ControllerContext,
  keyOf,
} from '../controllers/Controller';
import { Random } from '../Random';
import { isChecked, podSpecOf } from './checkedResources';
import { policyEngineFor } from './policyEngineFor';
import { settlePolicies } from './settlePolicies';
import { audit, scan, writeReport } from './writeVerdicts';

const scanSeconds = 3600;
const auditSeconds = 60;
const takeInSeconds = 6;

const isException = ({ kind }: KubernetesObject) => kind === 'PolicyException';

/** What its engine has not seen yet: on a cluster that has just got its policies. */
function isNewPolicy(object: KubernetesObject, { group }: ObjectRef): boolean {
  return (
    !object.status &&
    ['kyverno.io', 'policies.kyverno.io', 'templates.gatekeeper.sh'].includes(
      group,
    ) &&
    !isException(object)
  );
}

/** Plays Kyverno's reports controller, and Gatekeeper's audit. */
export class PolicyController implements Controller {
  private readonly random: Random;

  private constructor(private readonly context: ControllerContext) {
    this.random = Random.create(context.fleet.seed, 'policies');
  }

  static create(context: ControllerContext): PolicyController {
    return new PolicyController(context);
  }

  start(cluster: ClusterObjects): void {
    const { random } = this;
    if (cluster.list('kyverno.io', 'clusterpolicies').length > 0) {
      this.scanEvery(cluster, random.next() * scanSeconds);
    }
    if (
      cluster.list('templates.gatekeeper.sh', 'constrainttemplates').length > 0
    ) {
      this.auditEvery(cluster, random.next() * auditSeconds);
    }
  }

  /** Kyverno looks at what was written within seconds; Gatekeeper waits for its audit. */
  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    const plan = this.planOf(cluster);
    if (plan && isNewPolicy(object, ref)) {
      this.context.queue.plan(`${cluster.name} policies`, takeInSeconds, () => {
        settlePolicies(cluster, plan);
        this.start(cluster);
      });
      return;
    }
    if (plan && isException(object)) {
      this.scanEvery(cluster, this.random.between(3, 10));
      return;
    }
    if (
      !plan ||
      policyEngineFor(plan) !== 'kyverno' ||
      !isChecked(object) ||
      !podSpecOf(object)
    ) {
      return;
    }
    const { queue } = this.context;
    queue.plan(
      `${keyOf(cluster, ref)} report`,
      this.random.between(3, 10),
      () => {
        const live = cluster.get(ref);
        if (live && cluster.list('kyverno.io', 'clusterpolicies').length > 0) {
          writeReport(cluster, plan, live);
        }
      },
    );
  }

  private scanEvery(cluster: ClusterObjects, seconds: number): void {
    this.context.queue.plan(`${cluster.name} policy scan`, seconds, () => {
      const plan = this.planOf(cluster);
      if (plan) {
        scan(cluster, plan);
        this.scanEvery(cluster, scanSeconds);
      }
    });
  }

  private auditEvery(cluster: ClusterObjects, seconds: number): void {
    this.context.queue.plan(`${cluster.name} audit`, seconds, () => {
      audit(cluster);
      this.auditEvery(cluster, auditSeconds);
    });
  }

  private planOf({ name }: ClusterObjects) {
    return this.context.fleet.plans.find(plan => plan.name === name);
  }
}
