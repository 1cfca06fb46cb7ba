import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { Delivery, deliveryId } from '../delivery/Delivery';
import { render } from '../manifests/render';
import {
  Application,
  ComparedResource,
  comparedStatus,
  unknownDestinationStatus,
} from '../status/applicationStatus';
import { timestamp } from '../status/conditions';
import {
  failedOperation,
  runningOperation,
  succeededOperation,
  SyncOperation,
} from '../status/operationStatus';
import { healthOf } from '../workloads/workloadHealth';
import { applyManifests, isApplied } from './applyManifests';
import { Controller, ControllerContext, keyOf } from './Controller';

const group = 'argoproj.io';
const plural = 'applications';
const manager = 'argocd-application-controller';
const refreshAnnotation = 'argocd.argoproj.io/refresh';
const refreshSeconds = 180;
const progressSeconds = 10;

/** Plays Argo CD's application controller: compares every three minutes, syncs when it may or is told to. */
export class ApplicationController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): ApplicationController {
    return new ApplicationController(context);
  }

  start(cluster: ClusterObjects): void {
    for (const { metadata } of cluster.list(group, plural)) {
      const { namespace, name } = metadata;
      this.plan(
        cluster,
        { group, plural, namespace, name },
        this.context.random.next() * refreshSeconds,
      );
    }
  }

  touched(
    cluster: ClusterObjects,
    _object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group === group && ref.plural === plural) {
      this.plan(cluster, ref, 0.5 + this.context.random.next());
    }
  }

  private plan(cluster: ClusterObjects, ref: ObjectRef, seconds: number): void {
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.refresh(cluster, ref),
    );
  }

  private refresh(cluster: ClusterObjects, ref: ObjectRef): void {
    const live = cluster.get(ref) as Application | undefined;
    if (!live) {
      return;
    }
    if (live.operation) {
      this.beginSync(cluster, ref, requestedOperation(live, this.revision));
      return;
    }
    const delivery = this.deliveryOf(cluster, ref);
    const target = this.targetOf(delivery);
    if (!delivery || !target) {
      this.writeUncompared(cluster, ref, live, delivery);
      return;
    }
    const compared = this.compare(delivery, target);
    const status = comparedStatus(live, compared, this.revision, cluster.now());
    this.write(cluster, ref, { ...asked(live), status });
    const operation = automaticSync(live, status.sync, this.revision);
    if (operation) {
      this.beginSync(cluster, ref, operation);
      return;
    }
    const progressing = status.health.status === 'Progressing';
    this.plan(cluster, ref, progressing ? progressSeconds : refreshSeconds);
  }

  /** Of an Application whose destination is not there, or that this world knows nothing more of. */
  private writeUncompared(
    cluster: ClusterObjects,
    ref: ObjectRef,
    live: Application,
    delivery: Delivery | undefined,
  ): void {
    const now = cluster.now();
    const status =
      delivery && !delivery.target
        ? unknownDestinationStatus(live, now)
        : { reconciledAt: timestamp(now) };
    this.write(cluster, ref, { ...asked(live), status });
    this.plan(cluster, ref, refreshSeconds);
  }

  private compare(
    delivery: Delivery,
    target: ClusterObjects,
  ): ComparedResource[] {
    return render(delivery, this.context.fleet.git).map(manifest => ({
      manifest,
      synced: isApplied(target, manifest),
      health: healthOf(target, manifest),
    }));
  }

  private beginSync(
    cluster: ClusterObjects,
    ref: ObjectRef,
    operation: SyncOperation,
  ): void {
    this.write(cluster, ref, {
      operation: null,
      status: runningOperation(operation, cluster.now()),
    });
    const seconds = 2 + 2 * this.context.random.next();
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.endSync(cluster, ref, operation),
    );
  }

  private endSync(
    cluster: ClusterObjects,
    ref: ObjectRef,
    operation: SyncOperation,
  ): void {
    const live = cluster.get(ref) as Application | undefined;
    if (!live) {
      return;
    }
    const delivery = this.deliveryOf(cluster, ref);
    const target = this.targetOf(delivery);
    const manifests = delivery ? render(delivery, this.context.fleet.git) : [];
    const failure =
      target &&
      applyManifests(
        target,
        manifests,
        'argocd-controller',
        this.context.touched,
      ).failure;
    const now = cluster.now();
    this.write(cluster, ref, {
      status: failure
        ? failedOperation(operation, failure, now)
        : succeededOperation(live, operation, manifests, now),
    });
    this.plan(cluster, ref, 1);
  }

  private deliveryOf(
    cluster: ClusterObjects,
    ref: ObjectRef,
  ): Delivery | undefined {
    return this.context.fleet.deliveries.find(
      deliveryId({
        kind: 'Application',
        home: cluster,
        namespace: ref.namespace!,
        name: ref.name,
      }),
    );
  }

  private targetOf(delivery: Delivery | undefined): ClusterObjects | undefined {
    return delivery?.target && this.context.clusters.get(delivery.target.name);
  }

  private get revision(): string {
    return this.context.fleet.git.head.sha;
  }

  private write(cluster: ClusterObjects, ref: ObjectRef, patch: object): void {
    cluster.patch(ref, patch, { manager });
  }
}

/** A refresh that was asked for is done once its annotation is gone. */
function asked(live: Application): object {
  return live.metadata.annotations?.[refreshAnnotation]
    ? { metadata: { annotations: { [refreshAnnotation]: null } } }
    : {};
}

function requestedOperation(
  { operation }: Application,
  revision: string,
): SyncOperation {
  return {
    initiatedBy: operation?.initiatedBy ?? { username: 'admin' },
    sync: { ...operation?.sync, revision },
  };
}

/** The sync that automation begins: for a new revision always, for a change beside Git only where it heals itself. */
function automaticSync(
  live: Application,
  sync: { status: string },
  revision: string,
): SyncOperation | undefined {
  const automated = live.spec.syncPolicy?.automated;
  if (!automated || sync.status === 'Synced') {
    return undefined;
  }
  const isNew = live.status?.sync?.revision !== revision;
  if (!isNew && !automated.selfHeal) {
    return undefined;
  }
  return {
    initiatedBy: { automated: true },
    sync: {
      revision,
      prune: automated.prune,
      ...(isNew ? {} : { autoHealAttemptsCount: 1 }),
    },
  };
}
