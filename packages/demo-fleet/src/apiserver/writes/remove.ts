import { subjectOf, type ApiContext } from '../http/ApiContext';
import { readObject } from '../http/readBody';
import { isPlainObject } from '../fields/fieldsOfValue';
import { respondList } from '../http/list';
import { respondJson } from '../http/respond';
import { parseSelectors } from '../selectors/parseSelectors';
import { conflict } from '../statusErrors';
import {
  loadObject,
  writeObject,
  type StoredObject,
} from '../storage/StoredObject';
import { timestamp } from '../timestamp';
import { encodingOf } from '../http/ApiContext';
import { existing } from './existing';
import { announce, storeChange } from './finishWrite';
import { isDryRun } from './writeOptions';

/** DELETE of one object. */
export async function remove(context: ApiContext): Promise<void> {
  const options = await readOptions(context);
  const { previous } = existing(context);
  const wanted = isPlainObject(options.preconditions)
    ? options.preconditions
    : {};
  if (wanted.uid && wanted.uid !== previous.uid) {
    throw conflict(
      subjectOf(context),
      `Precondition failed: UID in precondition: ${wanted.uid}, UID in object meta: ${previous.uid}`,
    );
  }
  const waiting = beginDeletion(context, previous);
  if (waiting) {
    const body = writeObject(waiting, encodingOf(context));
    await respondJson(context.request, context.response, body);
    return;
  }
  await respondSuccess(context, previous);
}

/** DELETE of a collection. */
export async function removeAll(context: ApiContext): Promise<void> {
  const { definition, target, query, store } = context;
  const matches = parseSelectors(definition, target.namespace, query);
  const removed = store.list().filter(matches);
  for (const object of removed) {
    beginDeletion(context, object);
  }
  await respondList(context, removed);
}

/** DeleteOptions, which a client may leave out. */
async function readOptions({
  request,
}: ApiContext): Promise<Record<string, unknown>> {
  const hasBody =
    'transfer-encoding' in request.headers ||
    Number(request.headers['content-length'] ?? 0) > 0;
  return hasBody ? readObject(request) : {};
}

/** Deletes, or marks as deleted and returns what waits for its finalizers. */
function beginDeletion(
  context: ApiContext,
  previous: StoredObject,
): StoredObject | undefined {
  const { cluster, definition, type } = context;
  const before = loadObject(previous, type);
  const { finalizers, deletionTimestamp } = before.metadata;
  if (finalizers?.length) {
    const after = {
      ...before,
      metadata: {
        ...before.metadata,
        deletionTimestamp: deletionTimestamp ?? timestamp(cluster.now()),
        deletionGracePeriodSeconds: 0,
      },
    };
    const { owners } = previous;
    return storeChange(context, { previous, before, after, owners });
  }
  if (!isDryRun(context)) {
    cluster.erase(definition, previous);
    announce(context, before);
  }
  return undefined;
}

async function respondSuccess(
  context: ApiContext,
  removed: StoredObject,
): Promise<void> {
  const { group, plural } = context.definition;
  const details = {
    name: removed.name,
    ...(group ? { group } : {}),
    kind: plural,
    uid: removed.uid,
  };
  const body = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details,
  };
  await respondJson(context.request, context.response, JSON.stringify(body));
}
