import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import {
  Controller,
  ControllerContext,
  keyOf,
} from '../controllers/Controller';
import { Certificate, issuedStatus, issuerStatus } from './certificateStatus';

const group = 'cert-manager.io';
const issueSeconds = 20;

/** Plays cert-manager: issues what is asked for. Renewals are months apart, and nobody waits for one here. */
export class CertificateController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): CertificateController {
    return new CertificateController(context);
  }

  start(cluster: ClusterObjects): void {
    for (const plural of ['certificates', 'issuers', 'clusterissuers']) {
      for (const object of cluster.list(group, plural)) {
        const { name, namespace } = object.metadata;
        this.touched(cluster, object, { group, plural, namespace, name });
      }
    }
  }

  touched(
    cluster: ClusterObjects,
    { status }: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group !== group || status) {
      return;
    }
    if (ref.plural === 'certificates') {
      this.context.queue.plan(keyOf(cluster, ref), issueSeconds, () => {
        const live = cluster.get(ref) as Certificate | undefined;
        if (live) {
          this.write(cluster, ref, issuedStatus(live, cluster.now()));
        }
      });
    } else if (ref.plural.endsWith('issuers')) {
      this.write(cluster, ref, issuerStatus(cluster.now()));
    }
  }

  private write(cluster: ClusterObjects, ref: ObjectRef, status: object): void {
    cluster.patch(
      ref,
      { status },
      { manager: 'cert-manager', subresource: 'status' },
    );
  }
}
