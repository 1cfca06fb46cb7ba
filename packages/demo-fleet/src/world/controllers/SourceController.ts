import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { revisionOf } from '../git/Git';
import { Source, sourceRevision, sourceStatus } from '../status/sourceStatus';
import {
  Controller,
  ControllerContext,
  keyOf,
  requestedAt,
} from './Controller';

const group = 'source.toolkit.fluxcd.io';
const manager = 'source-controller';

/** Plays source-controller: it writes when a revision is new or when it is asked, and is quiet otherwise. */
export class SourceController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): SourceController {
    return new SourceController(context);
  }

  start(): void {}

  touched(
    cluster: ClusterObjects,
    object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group !== group) {
      return;
    }
    const { metadata, status } = object as Source;
    if (
      metadata.generation !== status?.observedGeneration ||
      requestedAt(object)
    ) {
      this.plan(cluster, ref, 1 + this.context.random.next());
    }
  }

  /** Every GitRepository finds the new commit at its next interval of a minute. */
  committed(): void {
    for (const cluster of this.context.clusters.values()) {
      for (const { metadata } of cluster.list(group, 'gitrepositories')) {
        const { namespace, name } = metadata;
        this.plan(
          cluster,
          { group, plural: 'gitrepositories', namespace, name },
          this.context.random.next() * 60,
        );
      }
    }
  }

  /** The Git host told of a push: what has its commits from there looks at once. */
  pushed(): void {
    for (const cluster of this.context.clusters.values()) {
      for (const source of cluster.list(group, 'gitrepositories') as Source[]) {
        if (source.spec.url === this.context.fleet.repository?.url) {
          const { namespace, name } = source.metadata;
          this.plan(
            cluster,
            { group, plural: 'gitrepositories', namespace, name },
            1,
          );
        }
      }
    }
  }

  private plan(cluster: ClusterObjects, ref: ObjectRef, seconds: number): void {
    this.context.queue.plan(keyOf(cluster, ref), seconds, () =>
      this.fetch(cluster, ref),
    );
  }

  private fetch(cluster: ClusterObjects, ref: ObjectRef): void {
    const live = cluster.get(ref) as Source | undefined;
    if (!live || live.spec.suspend) {
      return;
    }
    const written = cluster.patch(
      ref,
      {
        status: {
          ...this.statusOf(live, cluster),
          lastHandledReconcileAt:
            requestedAt(live) ?? live.status?.lastHandledReconcileAt,
        },
      },
      { manager, subresource: 'status' },
    );
    this.context.touched(cluster, written!, ref);
  }

  private statusOf(live: Source, cluster: ClusterObjects): object {
    const revision = this.revisionOf(live);
    return revision === live.status?.artifact?.revision
      ? { observedGeneration: live.metadata.generation }
      : sourceStatus(live, revision, cluster.now());
  }

  private revisionOf(live: Source): string {
    if (live.kind !== 'GitRepository') {
      return sourceRevision(live);
    }
    const { git, repository } = this.context.fleet;
    return repository && live.spec.url === repository.url
      ? revisionOf({ sha: repository.head })
      : git.revision;
  }
}
