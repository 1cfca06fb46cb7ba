import { ClusterObjects, KubernetesObject, ObjectRef } from '../../types';
import { deleteObject } from '../platform/deleteObject';
import { refOf } from '../resources/refOf';
import { applicationSetStatus } from '../status/applicationSetStatus';
import { Controller, ControllerContext, keyOf } from './Controller';

const group = 'argoproj.io';
const plural = 'applicationsets';
const manager = 'argocd-applicationset-controller';

/** An ApplicationSet as far as its controller reads it. */
interface ApplicationSet extends KubernetesObject {
  spec: {
    generators?: { list?: { elements?: Record<string, string>[] } }[];
    template: Pick<KubernetesObject, 'metadata'> & { spec: object };
  };
}

/** Plays Argo CD's applicationset-controller for sets that list what they are for; those of clusters by label are there from the beginning. */
export class ApplicationSetController implements Controller {
  private constructor(private readonly context: ControllerContext) {}

  static create(context: ControllerContext): ApplicationSetController {
    return new ApplicationSetController(context);
  }

  start(): void {}

  touched(
    cluster: ClusterObjects,
    _object: KubernetesObject,
    ref: ObjectRef,
  ): void {
    if (ref.group === group && ref.plural === plural) {
      this.context.queue.plan(keyOf(cluster, ref), 1, () =>
        this.generate(cluster, ref),
      );
    }
  }

  private generate(cluster: ClusterObjects, ref: ObjectRef): void {
    const set = cluster.get(ref) as ApplicationSet | undefined;
    const lists = set?.spec.generators?.flatMap(({ list }) => list ?? []) ?? [];
    if (!set || lists.length === 0) {
      return;
    }
    const { touched } = this.context;
    const wanted = lists
      .flatMap(({ elements = [] }) => elements)
      .map(element => applicationOf(set, element));
    for (const application of wanted) {
      const before = cluster.get(refOf(application));
      const object = before
        ? cluster.patch(refOf(application), application, { manager })!
        : cluster.put(application, { manager });
      touched(cluster, object, refOf(object));
    }
    const names = wanted.map(({ metadata }) => metadata.name);
    for (const { metadata } of cluster.list(group, 'applications')) {
      const owners = (metadata.ownerReferences ?? []) as { uid?: string }[];
      const isMine = owners.some(({ uid }) => uid === set.metadata.uid);
      if (isMine && !names.includes(metadata.name)) {
        const { namespace, name } = metadata;
        const gone = { group, plural: 'applications', namespace, name };
        deleteObject(cluster, gone, manager, touched);
      }
    }
    const status = applicationSetStatus(
      set,
      wanted.map(({ metadata }) => metadata),
      cluster.now(),
    );
    cluster.patch(ref, { status }, { manager, subresource: 'status' });
  }
}

function applicationOf(
  { apiVersion, kind, metadata, spec }: ApplicationSet,
  element: Record<string, string>,
): KubernetesObject {
  const template = JSON.parse(
    JSON.stringify(spec.template).replace(
      /\{\{\s*\.?([\w-]+)\s*\}\}/g,
      (placeholder, key) =>
        key in element
          ? JSON.stringify(element[key]).slice(1, -1)
          : placeholder,
    ),
  ) as ApplicationSet['spec']['template'];
  return {
    apiVersion,
    kind: 'Application',
    ...template,
    metadata: {
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
      ...template.metadata,
      namespace: metadata.namespace,
      ownerReferences: [
        {
          apiVersion,
          kind,
          name: metadata.name,
          uid: metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
  };
}
