import type {
  FleetRecord,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { ReadObject } from '../kubernetes/KubernetesClient';
import { readLiveFields } from '../drift/override/readLiveFields';
import type { ProjectedObject } from '../store/FleetPollStore';
import type { ReadableKind } from './ReadableKind';

function keyOf({ metadata: { namespace, name } }: KubernetesObject): string {
  return namespace ? `${namespace}/${name}` : name;
}

function recordsOf(
  { key, kind }: ReadableKind,
  { object, counted }: ReadObject,
  proofKeys: readonly string[],
): FleetRecord[] {
  try {
    return kind.project(object, { proofKeys, counted });
  } catch (error) {
    // An engine that stumbles over one object still tells the others.
    return [
      {
        type: 'engine-object',
        engine: key.engine,
        apiVersion: object.apiVersion,
        kind: key.kind,
        namespace: object.metadata.namespace,
        name: object.metadata.name,
        state: 'unknown',
        summary: `the engine ${key.engine} cannot read this object`,
        message: String(error),
        suspended: false,
        details: {},
      },
    ];
  }
}

/** An object as the store takes it. */
export function projectObject(
  readable: ReadableKind,
  read: ReadObject,
  proofKeys: readonly string[],
): ProjectedObject {
  const { object } = read;
  return {
    key: keyOf(object),
    records: recordsOf(readable, read, proofKeys),
    live: readable.gitManagers && readLiveFields(object, readable.gitManagers),
    apply: readable.kind.applyOf?.(object),
  };
}

/** That an object is gone. */
export function projectDeletion(object: KubernetesObject): ProjectedObject {
  return { key: keyOf(object), records: [] };
}
