import { fieldsOf } from '../engines/fields';
import { itemPath, setItemPath } from '../drift/override/fieldPath';

/** What tells the items of a list apart, where it is not their name. As Kubernetes merges these lists. */
const keysByList: Record<string, string[][]> = {
  conditions: [['type']],
  hostAliases: [['ip']],
  ownerReferences: [['uid']],
  ports: [['containerPort', 'protocol'], ['port', 'protocol'], ['name']],
  topologySpreadConstraints: [['topologyKey', 'whenUnsatisfiable']],
  volumeDevices: [['devicePath']],
  volumeMounts: [['mountPath']],
};
const byName = [['name']];
/** Lists whose items stand for themselves, in any order. */
const sets = new Set(['accessModes', 'finalizers']);

/** The items of a list by what tells them apart, in JSONPath. */
export type IdentifiedItems = ReadonlyMap<string, unknown>;

/** Two lists by the same keys, so that neither order nor an insert makes a difference; `undefined` where only the order tells. */
export function identifyItems(
  list: string,
  left: readonly unknown[],
  right: readonly unknown[],
): [IdentifiedItems, IdentifiedItems] | undefined {
  const ways = sets.has(list)
    ? [setItemPath]
    : (keysByList[list] ?? byName).map(
        keys => (item: unknown) => pathByKeys(keys, item),
      );
  for (const way of ways) {
    const identified = [left, right].map(items => identify(items, way));
    if (identified[0] && identified[1]) {
      return [identified[0], identified[1]];
    }
  }
  return undefined;
}

function identify(
  items: readonly unknown[],
  pathOf: (item: unknown) => string | undefined,
): IdentifiedItems | undefined {
  const found = new Map<string, unknown>();
  for (const item of items) {
    const path = pathOf(item);
    if (path === undefined || found.has(path)) {
      return undefined;
    }
    found.set(path, item);
  }
  return found;
}

function pathByKeys(
  keys: readonly string[],
  item: unknown,
): string | undefined {
  const fields = fieldsOf(item);
  const values = keys.map(key => [
    key,
    fields[key] ?? (key === 'protocol' ? 'TCP' : undefined),
  ]);
  return values.every(([, value]) =>
    ['string', 'number'].includes(typeof value),
  )
    ? itemPath(Object.fromEntries(values))
    : undefined;
}
