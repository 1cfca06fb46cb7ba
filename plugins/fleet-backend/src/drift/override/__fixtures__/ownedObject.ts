import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';

/** What a client set of an object, as a part of the object; it owns the leaves of it. */
export interface Ownership {
  manager: string;
  operation?: 'Apply' | 'Update';
  time?: string;
  subresource?: string;
  owns: unknown;
}

const keysOfLists: Record<string, string[]> = {
  containers: ['name'],
  env: ['name'],
  ports: ['containerPort', 'protocol'],
};

/** An object with `managedFields` as an API server writes them for a Deployment or ConfigMap. */
export function ownedObject(
  object: Pick<KubernetesObject, 'kind'> & Partial<KubernetesObject>,
  ownerships: readonly Ownership[],
): KubernetesObject {
  const { metadata, ...rest } = object;
  return {
    apiVersion: object.kind === 'Deployment' ? 'apps/v1' : 'v1',
    ...rest,
    metadata: {
      name: 'api',
      namespace: 'pay',
      ...metadata,
      managedFields: ownerships.map(
        ({ manager, operation = 'Apply', time, subresource, owns }) => ({
          manager,
          operation,
          time,
          subresource,
          fieldsType: 'FieldsV1',
          fieldsV1: fieldSetOf(owns),
        }),
      ),
    },
  };
}

function fieldSetOf(value: unknown, name = ''): Record<string, unknown> {
  if (Array.isArray(value)) {
    return fieldSetOfList(value, name);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        `f:${key}`,
        fieldSetOf(member, key),
      ]),
    );
  }
  return {};
}

function fieldSetOfList(
  items: Record<string, unknown>[],
  name: string,
): Record<string, unknown> {
  if (name === 'finalizers') {
    return Object.fromEntries(
      items.map(item => [`v:${JSON.stringify(item)}`, {}]),
    );
  }
  const keys = keysOfLists[name] ?? [];
  return Object.fromEntries(
    (keys.length > 0 ? items : []).map(item => [
      `k:${JSON.stringify(
        Object.fromEntries(keys.map(key => [key, item[key]])),
      )}`,
      { '.': {}, ...fieldSetOf(item) },
    ]),
  );
}
