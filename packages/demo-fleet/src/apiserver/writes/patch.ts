import { applyPatch, type Operation } from 'rfc6902';
import type { KubernetesObject } from '../../types';
import { isBuiltInGroup } from '../builtInGroups';
import { updateOwners } from '../fields/updateOwners';
import type { ApiContext } from '../http/ApiContext';
import { readDocument } from '../http/readBody';
import { mergePatch } from '../mergePatch';
import { strategicMergePatch } from '../strategicMergePatch';
import { badRequest, StatusError, unsupportedMediaType } from '../statusErrors';
import { apply } from './apply';
import { asUpdate } from './asUpdate';
import { existing } from './existing';
import { finishWrite } from './finishWrite';
import { managerOf } from './writeOptions';

const jsonPatch = 'application/json-patch+json';
const merge = 'application/merge-patch+json';
const strategicMerge = 'application/strategic-merge-patch+json';
const serverSideApply = 'application/apply-patch+yaml';

/** PATCH of an object or of its status, in each of the forms. */
export async function patch(context: ApiContext): Promise<void> {
  const { cluster, definition, request, target } = context;
  const [contentType] = (request.headers['content-type'] ?? '').split(';');
  const isBuiltIn = isBuiltInGroup(definition.group);
  if (contentType === serverSideApply) {
    await apply(context);
    return;
  }
  const accepted = isBuiltIn
    ? [jsonPatch, merge, strategicMerge]
    : [jsonPatch, merge];
  if (!accepted.includes(contentType)) {
    throw unsupportedMediaType([...accepted, serverSideApply]);
  }
  const body = await readDocument(request);
  const { previous, before } = existing(context);
  const patched = patchedBy(contentType, before, body);
  const after = asUpdate(context, before, patched);
  const owners = updateOwners(
    previous.owners,
    before,
    after,
    {
      manager: managerOf(context),
      subresource: target.subresource === 'status' ? 'status' : undefined,
    },
    cluster.ownershipContext(definition),
  );
  await finishWrite(context, { previous, before, after, owners });
}

function patchedBy(
  contentType: string,
  before: KubernetesObject,
  body: unknown,
): KubernetesObject {
  switch (contentType) {
    case jsonPatch:
      return applyOperations(before, body);
    case strategicMerge:
      return strategicMergePatch(before, body) as KubernetesObject;
    default:
      return mergePatch(before, body) as KubernetesObject;
  }
}

function applyOperations(
  before: KubernetesObject,
  body: unknown,
): KubernetesObject {
  if (!Array.isArray(body)) {
    throw badRequest('a JSON patch must be a list of operations');
  }
  const after = structuredClone(before);
  const outcomes = applyPatch(after, body as Operation[]);
  if (outcomes.some(error => error !== null)) {
    throw new StatusError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
    );
  }
  return after;
}
