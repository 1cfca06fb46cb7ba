import type { OwnedResource } from '@fleetcommander/backstage-plugin-fleet-common';
import { fieldsOf, itemsOf, textOf } from '../fields';
import { mostResources } from '../mostResources';

/** The objects in the inventory that an application of Flux keeps in its status. */
export function inventoryResources(status: unknown): OwnedResource[] {
  const entries = itemsOf(fieldsOf(fieldsOf(status).inventory).entries);
  const resources: OwnedResource[] = [];
  for (const entry of entries.slice(0, mostResources)) {
    const { id, v } = fieldsOf(entry);
    const resource = parseInventoryId(id);
    if (resource) {
      resources.push({ ...resource, version: textOf(v) });
    }
  }
  return resources;
}

/** Reads `namespace_name_group_Kind`. Only a name can hold a further underscore: two of them stand for a colon. */
function parseInventoryId(id: unknown): OwnedResource | undefined {
  const text = textOf(id) ?? '';
  const first = text.indexOf('_');
  const last = text.lastIndexOf('_');
  const middle = text.lastIndexOf('_', last - 1);
  if (first < 0 || middle <= first) {
    return undefined;
  }
  return {
    group: text.slice(middle + 1, last),
    kind: text.slice(last + 1),
    namespace: text.slice(0, first) || undefined,
    name: text.slice(first + 1, middle).replaceAll('__', ':'),
  };
}
