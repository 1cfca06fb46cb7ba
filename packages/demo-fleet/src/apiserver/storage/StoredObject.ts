import type { KubernetesObject } from '../../types';
import { writeManagedFields, type FieldsOwner } from '../fields/FieldsOwner';

/**
 * One revision of an object, immutable. It is kept as the JSON that all answers are put together from, once and without `apiVersion`: the
 * same text serves each version of the kind, full objects, lists and metadata alone.
 */
export interface StoredObject {
  readonly namespace?: string;
  readonly name: string;
  readonly uid: string;
  readonly revision: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** Members of `metadata` without the braces, `resourceVersion` and `managedFields`. */
  readonly metadata: string;
  /** All other members, each after a comma: `,"spec":{…},"status":{…}`. */
  readonly rest: string;
  readonly owners: readonly FieldsOwner[];
}

export interface TypeMeta {
  apiVersion: string;
  kind: string;
}

/** The key that orders objects as etcd does. */
export function keyOf(object: { namespace?: string; name: string }): string {
  return object.namespace ? `${object.namespace}/${object.name}` : object.name;
}

export function storeObject(
  object: KubernetesObject,
  revision: number,
  owners: readonly FieldsOwner[],
): StoredObject {
  const {
    apiVersion: _apiVersion,
    kind: _kind,
    metadata: {
      resourceVersion: _resourceVersion,
      managedFields: _managedFields,
      ...metadata
    },
    ...rest
  } = object;
  const members = JSON.stringify(rest).slice(1, -1);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    uid: metadata.uid ?? '',
    revision,
    labels: metadata.labels,
    metadata: JSON.stringify(metadata).slice(1, -1),
    rest: members && `,${members}`,
    owners,
  };
}

/** The object without its managedFields. */
export function loadObject(
  stored: StoredObject,
  type: TypeMeta,
): KubernetesObject {
  return JSON.parse(
    `{"apiVersion":${JSON.stringify(type.apiVersion)},"kind":${JSON.stringify(
      type.kind,
    )},"metadata":{${stored.metadata},"resourceVersion":"${stored.revision}"}${
      stored.rest
    }}`,
  );
}

export function loadMetadata(
  stored: StoredObject,
): KubernetesObject['metadata'] {
  return JSON.parse(
    `{${stored.metadata},"resourceVersion":"${stored.revision}"}`,
  );
}

/** How objects are written in an answer. */
export interface Encoding {
  /** Left out in lists of built-in kinds, whose items carry no type. */
  type?: TypeMeta;
  metadataOnly?: boolean;
}

export function writeObject(
  stored: StoredObject,
  { type, metadataOnly }: Encoding,
): string {
  const head = type
    ? `"apiVersion":"${type.apiVersion}","kind":"${type.kind}",`
    : '';
  return `{${head}"metadata":{${stored.metadata},"resourceVersion":"${
    stored.revision
  }"${writeManagedFields(stored.owners)}}${metadataOnly ? '' : stored.rest}}`;
}
