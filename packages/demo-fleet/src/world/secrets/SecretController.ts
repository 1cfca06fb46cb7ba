import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import {
  Controller,
  ControllerContext,
  keyOf,
} from '../controllers/Controller';
import { refOf } from '../resources/refOf';
import { secondsOf } from '../secondsOf';
import { secretStatus, storeStatus, Synced } from './secretStatus';
import { secretTrouble } from './secretTroubles';

const group = 'external-secrets.io';
const synced = ['externalsecrets', 'pushsecrets'];

/** Plays External Secrets: brings each secret again at its interval, but for those that it cannot have or has forgotten. */
export class SecretController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): SecretController {
    return new SecretController(context);
  }

  start(cluster: ClusterObjects): void {
    for (const secret of synced.flatMap(plural =>
      cluster.list(group, plural),
    )) {
      this.plan(cluster, refOf(secret), secondsLeft(cluster, secret as Synced));
    }
  }

  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group !== group) {
      return;
    }
    if (synced.includes(ref.plural)) {
      this.plan(cluster, ref, 1);
    } else if (ref.plural.endsWith('stores') && !object.status) {
      const status = storeStatus(cluster.now());
      cluster.patch(
        ref,
        { status },
        { manager: 'external-secrets', subresource: 'status' },
      );
    }
  }

  private plan(cluster: ClusterObjects, ref: ObjectRef, seconds: number): void {
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.refresh(cluster, ref),
    );
  }

  private refresh(cluster: ClusterObjects, ref: ObjectRef): void {
    const live = cluster.get(ref) as Synced | undefined;
    const trouble = live && secretTrouble(cluster.name, live);
    if (!live || trouble === 'forgotten') {
      return;
    }
    const status = secretStatus(live, trouble, cluster.now());
    cluster.patch(
      ref,
      { status },
      { manager: 'external-secrets', subresource: 'status' },
    );
    this.plan(cluster, ref, secondsOf(live.spec.refreshInterval ?? '1h'));
  }
}

/** Until a secret is to be brought again. */
function secondsLeft(
  cluster: ClusterObjects,
  { spec, status }: Synced,
): number {
  const age =
    (cluster.now().getTime() - Date.parse(status?.refreshTime ?? '')) / 1000;
  return Math.max(1, secondsOf(spec.refreshInterval ?? '1h') - (age || 0));
}
