import type { KubernetesObject } from '../../types';
import { updateOwners } from '../fields/updateOwners';
import { subjectOf, type ApiContext } from '../http/ApiContext';
import { readDocument } from '../http/readBody';
import { alreadyExists, notFound } from '../statusErrors';
import { keyOf } from '../storage/StoredObject';
import { asObject } from './asObject';
import { finishWrite } from './finishWrite';
import { managerOf } from './writeOptions';

/** POST to a collection. */
export async function create(context: ApiContext): Promise<void> {
  const sent = asObject(context, await readDocument(context.request));
  const after = asNew(context, sent);
  if (context.store.get(keyOf(after.metadata))) {
    throw alreadyExists(subjectOf(context, after.metadata.name));
  }
  const { cluster, definition } = context;
  const owners = updateOwners(
    [],
    undefined,
    after,
    { manager: managerOf(context) },
    cluster.ownershipContext(definition),
  );
  await finishWrite(context, { after, owners });
}

/** The object as a client may create it: without status and bookkeeping, in a namespace that exists. */
export function asNew(
  { cluster, definition, target }: ApiContext,
  object: KubernetesObject,
): KubernetesObject {
  if (target.namespace) {
    const namespaces = cluster.resources.find('', 'namespaces')!;
    if (!cluster.storage.storeOf(namespaces).get(target.namespace)) {
      throw notFound({
        group: '',
        plural: 'namespaces',
        name: target.namespace,
      });
    }
  }
  const { status, metadata, ...rest } = object;
  const {
    uid: _uid,
    creationTimestamp: _created,
    deletionTimestamp: _deleted,
    generation: _generation,
    ...kept
  } = metadata;
  const hasStatus = definition.subresources?.includes('status');
  const withoutStatus = { ...rest, metadata: kept } as KubernetesObject;
  return hasStatus || status === undefined
    ? withoutStatus
    : { ...withoutStatus, status };
}
