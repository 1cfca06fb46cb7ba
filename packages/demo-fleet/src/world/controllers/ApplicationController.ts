import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { refOf } from '../resources/refOf';
import {
  Application,
  comparedStatus,
  comparisonErrorStatus,
  unknownDestinationStatus,
} from '../status/applicationStatus';
import { timestamp } from '../status/conditions';
import {
  failedOperation,
  runningOperation,
  succeededOperation,
  SyncOperation,
} from '../status/operationStatus';
import { compare, deploy, removeResources } from './applicationSync';
import { Controller, ControllerContext, keyOf } from './Controller';
import { DesiredState, desiredState, isFrom } from './desiredState';

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

  /** The Git host told of a push: whatever is compared with that repository is compared at once. */
  pushed(): void {
    const { clusters, fleet } = this.context;
    for (const cluster of clusters.values()) {
      for (const object of cluster.list(group, plural) as Application[]) {
        if (isFrom(object, fleet.repository)) {
          this.touched(cluster, object, refOf(object));
        }
      }
    }
  }

  private refresh(cluster: ClusterObjects, ref: ObjectRef): void {
    const live = cluster.get(ref) as Application | undefined;
    if (!live) {
      return;
    }
    const desired = desiredState(this.context, cluster, live);
    if (live.metadata.deletionTimestamp) {
      this.finalize(cluster, ref, live, desired);
      return;
    }
    if (live.operation) {
      const revision = desired?.revision ?? this.context.fleet.git.head.sha;
      this.beginSync(cluster, ref, requestedOperation(live, revision));
      return;
    }
    if (!desired?.target || desired.failure !== undefined) {
      this.writeUncompared(cluster, ref, live, desired);
      return;
    }
    const { revision, target } = desired;
    const compared = compare(live, desired.manifests, target);
    const status = comparedStatus(live, compared, revision, cluster.now());
    this.write(cluster, ref, {
      ...asked(live),
      status: { ...status, conditions: null },
    });
    const operation = automaticSync(live, status.sync, revision);
    if (operation) {
      this.beginSync(cluster, ref, operation);
      return;
    }
    const progressing = status.health.status === 'Progressing';
    this.plan(cluster, ref, progressing ? progressSeconds : refreshSeconds);
  }

  /** Of an Application whose destination is not there, whose manifests cannot be made, or that this world knows nothing more of. */
  private writeUncompared(
    cluster: ClusterObjects,
    ref: ObjectRef,
    live: Application,
    desired: DesiredState | undefined,
  ): void {
    const now = cluster.now();
    const status = () => {
      if (desired?.failure !== undefined) {
        return comparisonErrorStatus(live, desired.failure, now);
      }
      return desired
        ? unknownDestinationStatus(live, now)
        : { reconciledAt: timestamp(now) };
    };
    this.write(cluster, ref, { ...asked(live), status: status() });
    this.plan(cluster, ref, refreshSeconds);
  }

  /** With its finalizer an Application takes with it what it deployed. */
  private finalize(
    cluster: ClusterObjects,
    ref: ObjectRef,
    live: Application,
    desired: DesiredState | undefined,
  ): void {
    if (desired?.target && isFrom(live, this.context.fleet.repository)) {
      removeResources(desired.target, live, this.context.touched);
      cluster.remove(ref);
    }
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
    const desired = desiredState(this.context, cluster, live);
    const { manifests = [] } = desired ?? {};
    const { touched } = this.context;
    const failure = desired && deploy(live, desired, operation, touched);
    const now = cluster.now();
    this.write(cluster, ref, {
      status: failure
        ? failedOperation(operation, failure, now)
        : succeededOperation(live, operation, manifests, now),
    });
    this.plan(cluster, ref, 1);
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
