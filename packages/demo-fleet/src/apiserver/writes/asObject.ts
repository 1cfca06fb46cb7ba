import type { KubernetesObject } from '../../types';
import { isPlainObject } from '../fields/fieldsOfValue';
import { subjectOf, type ApiContext } from '../http/ApiContext';
import { badRequest, invalid } from '../statusErrors';

const subdomain = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;
/** RBAC's names may hold nearly anything. */
const pathSegment = /^(?!\.{1,2}$)[^/%]+$/;

/** What a client sent, once it is known to be an object that belongs under the request's path. */
export function asObject(
  context: ApiContext,
  document: unknown,
): KubernetesObject {
  const { type, target, definition } = context;
  if (!isPlainObject(document)) {
    throw badRequest('the body of the request must be one object');
  }
  const { apiVersion = type.apiVersion, kind = type.kind } = document;
  if (apiVersion !== type.apiVersion || kind !== type.kind) {
    throw badRequest(
      `the API version in the data (${apiVersion}, Kind=${kind}) does not match the expected API version (${type.apiVersion}, Kind=${type.kind})`,
    );
  }
  const metadata = isPlainObject(document.metadata) ? document.metadata : {};
  const name = nameOf(context, metadata);
  const { namespace = target.namespace } = metadata;
  if (namespace !== target.namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const isRbac = definition.group === 'rbac.authorization.k8s.io';
  if (name.length > 253 || !(isRbac ? pathSegment : subdomain).test(name)) {
    throw invalid(
      definition.kind,
      subjectOf(context, name),
      'metadata.name',
      `Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
    );
  }
  return {
    ...document,
    ...type,
    metadata: {
      ...metadata,
      name,
      ...(target.namespace ? { namespace: target.namespace } : {}),
    },
  };
}

function nameOf(
  context: ApiContext,
  metadata: Record<string, unknown>,
): string {
  const { name: onUrl } = context.target;
  const { name = onUrl, generateName } = metadata;
  if (onUrl !== undefined && name !== onUrl) {
    throw badRequest(
      `the name of the object (${name}) does not match the name on the URL (${onUrl})`,
    );
  }
  if (typeof name === 'string' && name) {
    return name;
  }
  if (typeof generateName === 'string') {
    return `${generateName}${Math.random().toString(36).slice(2, 7)}`;
  }
  throw invalid(
    context.definition.kind,
    subjectOf(context, ''),
    'metadata.name',
    'Required value: name or generateName is required',
  );
}
