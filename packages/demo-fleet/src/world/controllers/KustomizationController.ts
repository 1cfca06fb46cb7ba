import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { deliveryId } from '../delivery/Delivery';
import { shaOf } from '../git/Git';
import { render } from '../manifests/render';
import { applyRepository, prune } from '../repository/applyRepository';
import { runsModernFlux } from '../plans';
import { secondsOf } from '../secondsOf';
import { healthCheckFailure } from '../status/healthCheckFailure';
import {
  Kustomization,
  Outcome,
  reconciledStatus,
  reconcilingStatus,
} from '../status/kustomizationStatus';
import { Source } from '../status/sourceStatus';
import { healthOf } from '../workloads/workloadHealth';
import { announce } from './announce';
import { AppliedChange, applyManifests } from './applyManifests';
import {
  Controller,
  ControllerContext,
  keyOf,
  requestedAt,
} from './Controller';

const group = 'kustomize.toolkit.fluxcd.io';
const plural = 'kustomizations';
const manager = 'kustomize-controller';
const retrySeconds = 120;
const healthCheckSeconds = 5;

/** Plays kustomize-controller: applies at each interval, at each new revision, and when asked. */
export class KustomizationController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): KustomizationController {
    return new KustomizationController(context);
  }

  start(cluster: ClusterObjects): void {
    for (const object of cluster.list(group, plural)) {
      const { metadata, spec } = object as Kustomization;
      const seconds = this.context.random.next() * secondsOf(spec.interval);
      this.plan(cluster, metadata, seconds);
    }
  }

  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group === group) {
      const { metadata, status } = object as Kustomization;
      if (metadata.deletionTimestamp) {
        this.finalize(cluster, ref);
        return;
      }
      const changed = metadata.generation !== status?.observedGeneration;
      if (changed || requestedAt(object)) {
        this.plan(cluster, ref, 0.2);
      }
    } else if (ref.plural === 'gitrepositories') {
      this.sourceChanged(cluster, object as Source);
    }
  }

  private sourceChanged(cluster: ClusterObjects, source: Source): void {
    const revision = source.status?.artifact?.revision;
    for (const object of cluster.list(group, plural)) {
      const { metadata, spec, status } = object as Kustomization;
      if (
        spec.sourceRef.name === source.metadata.name &&
        status?.lastAttemptedRevision !== revision
      ) {
        this.plan(cluster, metadata, this.context.random.next() * 3);
      }
    }
  }

  private plan(
    cluster: ClusterObjects,
    { namespace, name }: Pick<ObjectRef, 'namespace' | 'name'>,
    seconds: number,
  ): void {
    const ref = { group, plural, namespace, name };
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.begin(cluster, ref),
    );
  }

  private begin(cluster: ClusterObjects, ref: ObjectRef): void {
    const live = cluster.get(ref) as Kustomization | undefined;
    if (!live || live.spec.suspend) {
      return;
    }
    const revision = this.revisionFor(cluster, live);
    if (revision === undefined) {
      const failure = {
        reason: 'ArtifactFailed',
        message: 'Source artifact not found, retrying in 30s',
      };
      this.end(cluster, ref, { revision: '', failure, seconds: 0 });
      return;
    }
    if (!live.metadata.finalizers) {
      const metadata = { finalizers: ['finalizers.fluxcd.io'] };
      cluster.patch(ref, { metadata }, { manager });
    }
    cluster.patch(
      ref,
      { status: reconcilingStatus(live, revision, cluster.now()) },
      { manager, subresource: 'status' },
    );
    const seconds = 1 + this.context.random.next();
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.apply(cluster, ref, revision, seconds),
    );
  }

  private revisionFor(
    cluster: ClusterObjects,
    live: Kustomization,
  ): string | undefined {
    const { git, repository } = this.context.fleet;
    const source = this.sourceOf(cluster, live);
    const isSimulated = source && source.spec.url !== repository?.url;
    return (
      source?.status?.artifact?.revision ??
      (isSimulated ? git.revision : undefined)
    );
  }

  private sourceOf(
    cluster: ClusterObjects,
    { spec, metadata }: Kustomization,
  ): Source | undefined {
    return cluster.get({
      group: 'source.toolkit.fluxcd.io',
      plural: 'gitrepositories',
      namespace: spec.sourceRef.namespace ?? metadata.namespace,
      name: spec.sourceRef.name,
    }) as Source | undefined;
  }

  private apply(
    cluster: ClusterObjects,
    ref: ObjectRef,
    revision: string,
    seconds: number,
  ): void {
    const { fleet, clusters } = this.context;
    if (this.isOfRepository(cluster, ref)) {
      this.applyRepository(cluster, ref, revision, seconds);
      return;
    }
    const delivery = fleet.deliveries.find(
      deliveryId({
        kind: 'Kustomization',
        home: cluster,
        namespace: ref.namespace!,
        name: ref.name,
      }),
    );
    const breakage = delivery && fleet.git.breakage(delivery.path);
    if (breakage) {
      const failure = { reason: 'BuildFailed', message: breakage };
      this.end(cluster, ref, { revision, failure, seconds });
      return;
    }
    const target = delivery?.target && clusters.get(delivery.target.name);
    if (!delivery || !target) {
      this.end(cluster, ref, { revision, seconds });
      return;
    }
    const manifests = render(delivery, fleet.git);
    const { changes, failure } = applyManifests(
      target,
      manifests,
      manager,
      this.context.touched,
    );
    this.tell(cluster, ref, revision, changes.map(wordsOf));
    if (failure) {
      const reason = 'ReconciliationFailed';
      this.end(cluster, ref, {
        revision,
        failure: { reason, message: failure },
        seconds,
      });
    } else {
      this.checkHealth(cluster, ref, target, { revision, manifests, seconds });
    }
  }

  /** Whether it has its manifests from the real repository. */
  private isOfRepository(cluster: ClusterObjects, ref: ObjectRef): boolean {
    const live = cluster.get(ref) as Kustomization | undefined;
    const source = live && this.sourceOf(cluster, live);
    const { repository } = this.context.fleet;
    return Boolean(repository && source?.spec.url === repository.url);
  }

  private applyRepository(
    cluster: ClusterObjects,
    ref: ObjectRef,
    revision: string,
    seconds: number,
  ): void {
    const { fleet, touched } = this.context;
    const live = cluster.get(ref) as Kustomization;
    const { changes, failure, manifests } = applyRepository(
      fleet.repository!,
      cluster,
      live,
      shaOf(revision),
      touched,
    );
    this.tell(cluster, ref, revision, changes);
    if (manifests) {
      this.checkHealth(cluster, ref, cluster, { revision, manifests, seconds });
    } else {
      this.end(cluster, ref, { revision, failure, seconds });
    }
  }

  /** Takes with it what it applied, before it goes itself. */
  private finalize(cluster: ClusterObjects, ref: ObjectRef): void {
    if (this.isOfRepository(cluster, ref)) {
      const live = cluster.get(ref) as Kustomization;
      prune(cluster, live, this.context.touched, () => false);
      cluster.remove(ref);
    }
  }

  private checkHealth(
    cluster: ClusterObjects,
    ref: ObjectRef,
    target: ClusterObjects,
    outcome: Outcome & Required<Pick<Outcome, 'manifests'>>,
  ): void {
    const unhealthy = outcome.manifests.filter(manifest => {
      const health = healthOf(target, manifest);
      return health && health.status !== 'Healthy';
    });
    const stalled = unhealthy.some(
      manifest => healthOf(target, manifest)?.status === 'Degraded',
    );
    const live = cluster.get(ref) as Kustomization | undefined;
    if (!live) {
      return;
    }
    if (!live.spec.wait || unhealthy.length === 0) {
      this.end(cluster, ref, outcome);
    } else if (stalled || outcome.seconds > secondsOf(live.spec.timeout!)) {
      const failure = healthCheckFailure(unhealthy, stalled, outcome.seconds);
      this.end(cluster, ref, { ...outcome, failure });
    } else {
      this.context.queue.plan(keyOf(cluster, ref), healthCheckSeconds, () =>
        this.checkHealth(cluster, ref, target, {
          ...outcome,
          seconds: outcome.seconds + healthCheckSeconds,
        }),
      );
    }
  }

  private end(cluster: ClusterObjects, ref: ObjectRef, outcome: Outcome): void {
    const live = cluster.get(ref) as Kustomization | undefined;
    if (!live) {
      return;
    }
    const options = { history: runsModernFlux(cluster.name) };
    cluster.patch(
      ref,
      {
        status: {
          ...reconciledStatus(live, outcome, cluster.now(), options),
          lastHandledReconcileAt:
            requestedAt(live) ?? live.status?.lastHandledReconcileAt,
        },
      },
      { manager, subresource: 'status' },
    );
    if (outcome.failure) {
      announce(this.context, cluster, {
        regarding: live,
        type: 'Warning',
        ...outcome.failure,
        controller: manager,
        annotations: { [`${group}/revision`]: outcome.revision },
      });
    }
    this.plan(
      cluster,
      ref,
      outcome.failure ? retrySeconds : secondsOf(live.spec.interval),
    );
  }

  /** An Event tells of what changed, and of nothing when nothing did. */
  private tell(
    cluster: ClusterObjects,
    ref: ObjectRef,
    revision: string,
    changes: readonly string[],
  ): void {
    const live = cluster.get(ref);
    if (!live || changes.length === 0) {
      return;
    }
    announce(this.context, cluster, {
      regarding: live,
      type: 'Normal',
      reason: 'Progressing',
      message: changes.join('\n'),
      controller: manager,
      annotations: { [`${group}/revision`]: revision },
    });
  }
}

function wordsOf({ object: { kind, metadata }, action }: AppliedChange) {
  return [kind, metadata.namespace, `${metadata.name} ${action}`]
    .filter(Boolean)
    .join('/');
}
