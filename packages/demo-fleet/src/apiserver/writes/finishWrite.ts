import type { KubernetesObject } from '../../types';
import type { FieldsOwner } from '../fields/FieldsOwner';
import { encodingOf, type ApiContext } from '../http/ApiContext';
import { respondJson } from '../http/respond';
import { admit } from '../schema/admit';
import { storeObject, writeObject } from '../storage/StoredObject';
import type { StoredObject } from '../storage/StoredObject';
import { isDryRun } from './writeOptions';

export interface ClientChange {
  previous?: StoredObject;
  before?: KubernetesObject;
  after: KubernetesObject;
  owners: readonly FieldsOwner[];
}

/** Stores what a client wrote, tells the world, and answers with the outcome. */
export async function finishWrite(
  context: ApiContext,
  change: ClientChange,
): Promise<void> {
  const stored = storeChange(context, change);
  const body = writeObject(stored, encodingOf(context));
  await respondJson(context.request, context.response, body, {
    status: change.previous ? 200 : 201,
  });
}

/** Stores what a client wrote and tells the world; on a dry run, only works out what would be stored. */
export function storeChange(
  context: ApiContext,
  wanted: ClientChange,
): StoredObject {
  const { cluster, definition } = context;
  const after = admit(definition, wanted.after, wanted.before);
  const change = { ...wanted, after };
  if (isDryRun(context)) {
    const { previous, owners } = change;
    return storeObject(after, previous?.revision ?? 0, owners);
  }
  const stored = cluster.commit({ definition, ...change });
  const { finalizers, deletionTimestamp } = after.metadata;
  if (deletionTimestamp && !finalizers?.length) {
    cluster.erase(definition, stored);
  }
  if (stored !== change.previous) {
    announce(context, after);
  }
  return stored;
}

export function announce(
  { cluster, definition }: ApiContext,
  object: KubernetesObject,
): void {
  const { group, plural } = definition;
  const { namespace, name } = object.metadata;
  cluster.announceClientWrite(object, { group, plural, namespace, name });
}
