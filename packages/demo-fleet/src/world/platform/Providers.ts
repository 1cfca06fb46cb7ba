import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { ControllerContext, keyOf } from '../controllers/Controller';
import { refOf } from '../resources/refOf';
import {
  changing,
  creating,
  deleting,
  isReady,
  refused,
  settled,
  synced,
  verdicts,
} from '../status/crossplaneStatus';
import { recordEvent } from '../workloads/recordEvent';
import { deleteObject } from './deleteObject';
import { isManaged, Part } from './Part';

const manager = 'provider';
const unmakingSeconds = 4;

/** What is done beside, in the cloud. */
export interface CloudWork {
  /** A resource is being changed, which takes as long as the part says. */
  changing(hub: ClusterObjects, object: KubernetesObject, part: Part): void;
  settled(hub: ClusterObjects, object: KubernetesObject, part: Part): void;
  gone(hub: ClusterObjects, object: KubernetesObject): void;
}

/** Plays the providers: each brings its resources to what their specs say, in the time that clouds take. */
export class Providers {
  private constructor(
    private readonly context: ControllerContext,
    private readonly work: CloudWork,
  ) {}

  static create(context: ControllerContext, work: CloudWork): Providers {
    return new Providers(context, work);
  }

  /** Makes a resource, or changes one that is there already. */
  bring(hub: ClusterObjects, object: KubernetesObject, part: Part): void {
    const ref = refOf(object);
    const isChange = isReady(object);
    if (isChange) {
      this.work.changing(hub, object, part);
    }
    if (isManaged(part)) {
      this.write(hub, ref, isChange ? changing : [synced, creating]);
    }
    this.context.queue.plan(keyOf(hub, ref), part.seconds, () =>
      this.settle(hub, ref, part, isChange),
    );
  }

  /** Takes a resource away, unless that is under way. */
  unmake(hub: ClusterObjects, object: KubernetesObject): void {
    const ref = refOf(object);
    if (object.metadata.deletionTimestamp) {
      return;
    }
    deleteObject(hub, ref, manager, (_, { metadata }) => {
      if (!metadata.deletionTimestamp) {
        return;
      }
      this.write(hub, ref, [synced, deleting]);
      this.context.queue.plan(keyOf(hub, ref), unmakingSeconds, () => {
        hub.remove(ref);
        this.work.gone(hub, object);
      });
    });
  }

  private settle(
    hub: ClusterObjects,
    ref: ObjectRef,
    part: Part,
    isChange: boolean,
  ): void {
    const { refusal, observed } = part;
    if (refusal && !isChange) {
      const live = this.write(hub, ref, refused(refusal));
      if (live) {
        recordEvent(hub, {
          regarding: live,
          type: 'Warning',
          reason: 'CannotCreateExternalResource',
          message: refusal,
          controller: `managed/${live.kind.toLowerCase()}`,
        });
      }
      return;
    }
    const live = this.write(hub, ref, settled(part), observed);
    if (live) {
      this.work.settled(hub, live, part);
    }
  }

  private write(
    hub: ClusterObjects,
    ref: ObjectRef,
    next: Parameters<typeof verdicts>[2],
    atProvider?: object,
  ): KubernetesObject | undefined {
    const live = hub.get(ref);
    return (
      live &&
      hub.patch(
        ref,
        {
          status: {
            ...(atProvider && { atProvider }),
            ...verdicts(live, hub.now(), next),
          },
        },
        { manager, subresource: 'status' },
      )
    );
  }
}
