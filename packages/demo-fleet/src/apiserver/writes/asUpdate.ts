import type { KubernetesObject } from '../../types';
import { subjectOf, type ApiContext } from '../http/ApiContext';
import { withStatus } from '../withStatus';
import { conflict, invalid } from '../statusErrors';

/** What an update may make of an object: identity stays, and each of spec and status changes through its own path only. */
export function asUpdate(
  context: ApiContext,
  before: KubernetesObject,
  after: KubernetesObject,
): KubernetesObject {
  const { definition, target } = context;
  const was = before.metadata;
  const { metadata } = after;
  if (
    metadata.resourceVersion !== undefined &&
    metadata.resourceVersion !== was.resourceVersion
  ) {
    throw conflict(subjectOf(context, was.name));
  }
  if (metadata.uid !== undefined && metadata.uid !== was.uid) {
    throw conflict(
      subjectOf(context, was.name),
      `Precondition failed: UID in precondition: ${metadata.uid}, UID in object meta: ${was.uid}`,
    );
  }
  if (metadata.name !== was.name || metadata.namespace !== was.namespace) {
    throw invalid(
      definition.kind,
      subjectOf(context, was.name),
      'metadata.name',
      'Invalid value: field is immutable',
    );
  }
  if (target.subresource === 'status') {
    return withStatus(before, after.status);
  }
  const hasStatus = definition.subresources?.includes('status');
  const allowed = hasStatus ? withStatus(after, before.status) : after;
  return {
    ...allowed,
    metadata: {
      ...metadata,
      uid: was.uid,
      generation: was.generation,
      creationTimestamp: was.creationTimestamp,
      deletionTimestamp: was.deletionTimestamp,
    },
  };
}
