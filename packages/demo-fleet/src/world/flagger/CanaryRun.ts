import { ClusterObjects, KubernetesObject } from '../../types';
import { Controller } from '../controllers/Controller';
import { Fleet } from '../Fleet';
import { podTemplateOf } from '../manifests/podTemplate';
import { Random } from '../Random';
import { refOf } from '../resources/refOf';
import { recordEvent } from '../workloads/recordEvent';
import { healthOf } from '../workloads/workloadHealth';
import { nextStep } from './analysis';
import { Canary, CanaryPhase } from './Canary';
import { statusInPhase } from './canaryStatus';
import { failedMetric } from './failedMetric';
import {
  primaryDeployment,
  primaryName,
  selectorOf,
  Target,
} from './primaryDeployment';

export interface RunContext {
  fleet: Pick<Fleet, 'metrics'>;
  touched: Controller['touched'];
}

/** One look of Flagger at one canary: it takes it one step further, if there is one to take. */
export class CanaryRun {
  private readonly place: string;

  private constructor(
    private readonly context: RunContext,
    private readonly cluster: ClusterObjects,
    private readonly canary: Canary,
    private readonly target: Target,
  ) {
    this.place = `${canary.spec.targetRef.name}.${canary.metadata.namespace}`;
  }

  /** Undefined where the target is not there, which Flagger tells in an Event. */
  static create(
    context: RunContext,
    cluster: ClusterObjects,
    canary: Canary,
  ): CanaryRun | undefined {
    const { targetRef } = canary.spec;
    const { namespace } = canary.metadata;
    const target = cluster.get(
      refOf({ ...targetRef, metadata: { name: targetRef.name, namespace } }),
    ) as Target | undefined;
    if (!target) {
      recordEvent(cluster, {
        regarding: canary,
        type: 'Warning',
        reason: 'Synced',
        message: `deployment ${targetRef.name}.${namespace} get query error: deployments.apps "${targetRef.name}" not found`,
        controller: 'flagger',
      });
    }
    return target && new CanaryRun(context, cluster, canary, target);
  }

  advance(): void {
    if (this.canary.spec.suspend) {
      this.tell('Normal', 'skipping canary run as object is suspended');
      return;
    }
    switch (this.canary.status?.phase) {
      case 'Initialized':
      case 'Succeeded':
      case 'Failed':
        this.lookForRevision();
        return;
      case 'Progressing':
        this.analyse();
        return;
      case 'Promoting':
        this.finalise();
        return;
      case 'Finalising':
        this.scaleTarget(0);
        this.enter('Succeeded', {
          lastPromotedSpec: this.canary.status.lastAppliedSpec,
        });
        this.tell('Normal', `Promotion completed! Scaling down ${this.place}`);
        return;
      default:
        this.initialize();
    }
  }

  private initialize(): void {
    const selector = selectorOf(this.target);
    if (!selector) {
      this.tell(
        'Warning',
        `deployment ${this.place} spec.selector.matchLabels must contain one of [app name app.kubernetes.io/name]`,
      );
      return;
    }
    if (!this.primary()) {
      this.enter('Initializing');
      this.write(
        this.cluster.put(
          primaryDeployment(this.canary, this.target, selector),
          { manager: 'flagger', operation: 'Update' },
        ),
      );
    } else if (this.isReady(this.primary()!)) {
      this.scaleTarget(0);
      const hash = this.hash();
      this.enter('Initialized', {
        lastAppliedSpec: hash,
        lastPromotedSpec: hash,
      });
      this.tell('Normal', `Initialization done! ${this.place}`);
    }
  }

  /** What was promoted last is no new revision: a target that is put back to it is left alone. */
  private lookForRevision(): void {
    const { phase, lastAppliedSpec, lastPromotedSpec } = this.canary.status!;
    const hash = this.hash();
    if (hash === lastAppliedSpec) {
      return;
    }
    if (hash === lastPromotedSpec) {
      if (phase === 'Failed') {
        this.writeStatus({ lastAppliedSpec: hash });
      }
      return;
    }
    this.tell('Normal', `New revision detected! Scaling up ${this.place}`);
    this.scaleTarget(Math.max(1, this.target.spec.replicas ?? 1));
    this.enter('Progressing', { lastAppliedSpec: hash });
  }

  private analyse(): void {
    const { status, spec } = this.canary;
    const hash = this.hash();
    if (hash !== status!.lastAppliedSpec && hash !== status!.lastPromotedSpec) {
      this.enter('Progressing', { lastAppliedSpec: hash });
      this.tell(
        'Normal',
        `New revision detected! Restarting analysis for ${this.place}`,
      );
      return;
    }
    const health = healthOf(this.cluster, this.target);
    if (health?.status === 'Degraded') {
      this.tell(
        'Warning',
        `Rolling back ${this.place} progress deadline exceeded ${health.message}`,
      );
      this.giveUp();
    } else if (!this.isReady(this.target)) {
      this.tell(
        'Warning',
        `canary deployment ${this.place} not ready: waiting for rollout to finish: 0 of 1 (readyThreshold 100%) updated replicas are available`,
      );
    } else if (spec.skipAnalysis) {
      this.promote();
    } else if ((status!.failedChecks ?? 0) >= (spec.analysis.threshold ?? 1)) {
      this.tell(
        'Warning',
        `Rolling back ${this.place} failed checks threshold reached ${
          status!.failedChecks
        }`,
      );
      this.giveUp();
    } else {
      this.check();
    }
  }

  private check(): void {
    const { status } = this.canary;
    if (!status!.canaryWeight && !status!.iterations) {
      this.tell('Normal', `Starting canary analysis for ${this.place}`);
    } else if (!this.isWell()) {
      this.tell('Warning', failedMetric(this.canary));
      this.writeStatus({ failedChecks: (status!.failedChecks ?? 0) + 1 });
      return;
    }
    const step = nextStep(this.canary);
    if (!step) {
      this.promote();
      return;
    }
    this.writeStatus(step.status);
    this.tell('Normal', `Advance ${this.place} ${step.words}`);
  }

  private promote(): void {
    const { namespace } = this.canary.metadata;
    const name = primaryName(this.canary);
    this.tell(
      'Normal',
      `Copying ${this.place} template spec to ${name}.${namespace}`,
    );
    const { spec } = primaryDeployment(
      this.canary,
      this.target,
      selectorOf(this.target)!,
    );
    const { replicas: _, selector: __, ...promoted } = spec as Target['spec'];
    this.patch(this.primary()!, { spec: promoted });
    this.enter('Promoting', { lastAppliedSpec: this.hash() });
  }

  private finalise(): void {
    const primary = this.primary();
    if (primary && this.isReady(primary)) {
      this.tell('Normal', 'Routing all traffic to primary');
      this.enter('Finalising');
    }
  }

  private giveUp(): void {
    this.tell('Warning', `Canary failed! Scaling down ${this.place}`);
    this.scaleTarget(0);
    this.enter('Failed', { lastAppliedSpec: this.hash() });
  }

  private isWell(): boolean {
    const images = podTemplateOf(this.target)?.spec.containers ?? [];
    return this.context.fleet.metrics.isWell(
      this.canary.spec.targetRef.name,
      images.map(({ image }) => image).join(),
    );
  }

  private primary(): KubernetesObject | undefined {
    const { targetRef } = this.canary.spec;
    const { namespace } = this.canary.metadata;
    const metadata = { name: primaryName(this.canary), namespace };
    return this.cluster.get(refOf({ ...targetRef, metadata }));
  }

  private isReady(workload: KubernetesObject): boolean {
    return healthOf(this.cluster, workload)?.status === 'Healthy';
  }

  /** Of the target's pods, as far as it tells one revision from another. */
  private hash(): string {
    const template = JSON.stringify(podTemplateOf(this.target));
    return String(Random.create(0, template).between(1e9, 9e9));
  }

  private scaleTarget(replicas: number): void {
    if (this.target.spec.replicas !== replicas) {
      this.patch(this.target, { spec: { replicas } });
    }
  }

  private patch(object: KubernetesObject, patch: object): void {
    const options = { manager: 'flagger', operation: 'Update' as const };
    this.write(this.cluster.patch(refOf(object), patch, options)!);
  }

  /** Tells the other controllers of what was written. */
  private write(object: KubernetesObject): void {
    this.context.touched(this.cluster, object, refOf(object));
  }

  private enter(phase: CanaryPhase, more: Canary['status'] = {}): void {
    const moment = this.cluster.now();
    this.writeStatus({ ...statusInPhase(this.canary, phase, moment), ...more });
  }

  private writeStatus(status: Canary['status']): void {
    this.cluster.patch(
      refOf(this.canary),
      { status },
      { manager: 'flagger', subresource: 'status' },
    );
  }

  private tell(type: 'Normal' | 'Warning', message: string): void {
    recordEvent(this.cluster, {
      regarding: this.canary,
      type,
      reason: 'Synced',
      message,
      controller: 'flagger',
    });
  }
}
