import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import {
  Controller,
  ControllerContext,
  keyOf,
} from '../controllers/Controller';
import { refOf } from '../resources/refOf';
import {
  composedOf,
  deleting,
  ready,
  Reconciled,
  synced,
  verdicts,
  waiting,
} from '../status/crossplaneStatus';
import { Cloud } from './Cloud';
import { ClusterSpec, platformGroup, platformVersion } from './ClusterClaim';
import { Composer } from './Composer';
import {
  Composite,
  compositeName,
  compositeOf,
  claimBinding,
  databaseBinding,
  composedObject,
  referencesOf,
} from './composite';
import { Part } from './Part';
import { clusterParts } from './parts/clusterParts';
import { DatabaseClaim, databaseParts } from './parts/databaseParts';
import { Providers } from './Providers';
import { runningVersion } from './runningVersion';
import { Spokes } from './Spokes';

const manager = 'crossplane';
const kinds = ['KubernetesCluster', 'PostgresDatabase'] as const;

/** Plays Crossplane: it brings what claims and composites ask for, and takes it away when they go. */
export class CrossplaneController implements Controller {
  private readonly composer: Composer;

  private constructor(
    private readonly context: ControllerContext,
    cloud: Cloud | undefined,
  ) {
    const spokes = Spokes.create(context, cloud);
    const providers = Providers.create(context, {
      changing: (hub, object, part) => spokes.changing(hub, object, part),
      settled: (hub, object, part) => {
        spokes.settled(hub, object, part);
        this.plan(hub, rootOf(object), 0.5);
      },
      gone: (hub, object) => {
        spokes.gone(hub, object);
        this.plan(hub, rootOf(object), 0.5);
      },
    });
    this.composer = Composer.create(providers);
  }

  static create(
    context: ControllerContext,
    cloud: Cloud | undefined,
  ): CrossplaneController {
    return new CrossplaneController(context, cloud);
  }

  start(): void {}

  touched(
    cluster: ClusterObjects,
    { kind }: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group === platformGroup && kinds.some(each => each === kind)) {
      this.plan(cluster, ref, 1);
    }
  }

  private plan(hub: ClusterObjects, ref: ObjectRef, seconds: number): void {
    this.context.queue.plan(keyOf(hub, ref), seconds, () => {
      const root = hub.get(ref) as Reconciled | undefined;
      if (root?.kind === 'KubernetesCluster') {
        this.reconcileClaim(hub, root);
      } else if (root) {
        this.reconcileDatabase(hub, root as DatabaseClaim);
      }
    });
  }

  private reconcileClaim(hub: ClusterObjects, claim: Reconciled): void {
    const { name } = claim.metadata;
    const draft = compositeOf(
      claim,
      compositeName(this.context.fleet.seed, name),
    );
    const live = hub.get(refOf(draft)) as Composite | undefined;
    if (claim.metadata.deletionTimestamp) {
      this.retire(hub, claim, live);
      return;
    }
    const composite = hub.put(
      {
        ...draft,
        ...(live && { metadata: live.metadata, status: live.status }),
        spec: {
          ...(draft.spec as object),
          resourceRefs: live ? referencesOf(live) : [],
        },
      },
      { manager, operation: 'Apply' },
    ) as Composite;
    const isReady = this.compose(
      hub,
      composite,
      partsOfCluster(hub, composite),
      resourceRefs => ({ resourceRefs }),
    );
    const bound = hub.patch(refOf(claim), claimBinding(claim, composite), {
      manager,
    }) as Reconciled;
    this.write(hub, bound, [synced, isReady ? ready : waiting]);
  }

  private reconcileDatabase(
    hub: ClusterObjects,
    database: DatabaseClaim,
  ): void {
    const { metadata, spec } = database;
    const parts = databaseParts(metadata.name, spec);
    const composite = hub.patch(
      refOf(database),
      databaseBinding(database, referencesOf(database as Composite)),
      { manager },
    ) as Composite;
    if (metadata.deletionTimestamp) {
      if (this.composer.decompose(hub, composite, parts)) {
        hub.remove(refOf(database));
      } else {
        this.write(hub, composite, [synced, deleting]);
      }
      return;
    }
    this.compose(hub, composite, parts, resourceRefs => ({
      crossplane: { resourceRefs },
    }));
  }

  /** Answers whether the composite is ready. */
  private compose(
    hub: ClusterObjects,
    composite: Composite,
    parts: readonly Part[],
    specOf: (references: object[]) => object,
  ): boolean {
    const { references, unready } = this.composer.compose(
      hub,
      composite,
      parts,
    );
    const live = hub.patch(
      refOf(composite),
      { spec: specOf(references) },
      { manager, operation: 'Apply' },
    ) as Reconciled;
    this.write(hub, live, [synced, composedOf(unready)]);
    return unready.length === 0;
  }

  private retire(
    hub: ClusterObjects,
    claim: Reconciled,
    composite: Composite | undefined,
  ): void {
    if (
      !composite ||
      this.composer.decompose(hub, composite, partsOfCluster(hub, composite))
    ) {
      hub.remove(refOf(claim));
      if (composite) {
        hub.remove(refOf(composite));
      }
      return;
    }
    const metadata = {
      deletionTimestamp: claim.metadata.deletionTimestamp,
      deletionGracePeriodSeconds: 0,
    };
    const live = hub.patch(refOf(composite), { metadata }, { manager });
    this.write(hub, live as Reconciled, [synced, deleting]);
    this.write(hub, claim, [synced, deleting]);
  }

  private write(
    hub: ClusterObjects,
    live: Reconciled,
    next: Parameters<typeof verdicts>[2],
  ): void {
    const status = verdicts(live, hub.now(), next);
    hub.patch(refOf(live), { status }, { manager, subresource: 'status' });
  }
}

/** With nodes of the version that the control plane runs by now. */
function partsOfCluster(
  hub: ClusterObjects,
  composite: Composite & { spec: object },
): Part[] {
  const { name } = composite.metadata;
  const cluster = composite.metadata.labels!['crossplane.io/claim-name'];
  const spec = composite.spec as unknown as ClusterSpec;
  const parts = clusterParts(name, cluster, spec);
  const controlPlane = parts.find(part => part.name === 'control-plane')!;
  const live = hub.get(refOf(composedObject(composite, controlPlane)));
  return clusterParts(name, cluster, spec, runningVersion(live));
}

/** What a composed resource was asked for by. */
function rootOf({ metadata }: KubernetesObject): ObjectRef {
  const labels = metadata.labels ?? {};
  const claim = labels['crossplane.io/claim-name'];
  return refOf(
    claim
      ? {
          apiVersion: platformVersion,
          kind: 'KubernetesCluster',
          metadata: {
            name: claim,
            namespace: labels['crossplane.io/claim-namespace'],
          },
        }
      : {
          apiVersion: platformVersion,
          kind: 'PostgresDatabase',
          metadata: {
            name: labels['crossplane.io/composite'],
            namespace: metadata.namespace,
          },
        },
  );
}
