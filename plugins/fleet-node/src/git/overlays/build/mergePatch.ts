import { mergeKeyOf } from './mergeKeyOf';
import {
  itemsOf,
  textOf,
  tracedAt,
  withEntry,
  type Traced,
  type TracedList,
  type TracedMap,
} from './Traced';

const directive = '$patch';

/** What a strategic-merge patch makes of an object. Undefined: it deletes it. */
export function mergePatch(
  target: TracedMap,
  patch: TracedMap,
  group: string,
): TracedMap | undefined {
  const merged = merge(target, patch, group, '');
  return merged?.is === 'map' ? merged : undefined;
}

function merge(
  target: Traced | undefined,
  patch: Traced,
  group: string,
  name: string,
): Traced | undefined {
  if (patch.is === 'scalar') {
    return patch.value === null ? undefined : patch;
  }
  if (patch.is === 'list') {
    return mergeLists(target, patch, group, name);
  }
  const how = textOf(tracedAt(patch, directive));
  if (how === 'delete') {
    return undefined;
  }
  const isMerged = target?.is === 'map' && how !== 'replace';
  const below: TracedMap = isMerged
    ? target
    : { is: 'map', spot: patch.spot, entries: new Map() };
  return [...patch.entries]
    .filter(([key]) => key !== directive)
    .reduce(
      (map, [key, value]) =>
        withEntry(map, key, merge(map.entries.get(key), value, group, key)),
      below,
    );
}

function mergeLists(
  target: Traced | undefined,
  patch: TracedList,
  group: string,
  name: string,
): Traced {
  const items = itemsOf(target);
  const replaces = patch.items.some(
    item => textOf(tracedAt(item, directive)) === 'replace',
  );
  const key = mergeKeyOf(group, name, candidate =>
    patch.items.some(item => tracedAt(item, candidate)),
  );
  if (!key || replaces || target?.is !== 'list') {
    return {
      ...patch,
      items: patch.items.flatMap(item => {
        const how = tracedAt(item, directive);
        return how ? [] : merge(undefined, item, group, '') ?? [];
      }),
    };
  }
  const nameOf = (item: Traced) => textOf(tracedAt(item, key));
  const changed = items.flatMap(item => {
    const change = patch.items.find(other => nameOf(other) === nameOf(item));
    return change ? merge(item, change, group, '') ?? [] : [item];
  });
  const added = patch.items
    .filter(item => !items.some(other => nameOf(other) === nameOf(item)))
    .flatMap(item => merge(undefined, item, group, '') ?? []);
  return { ...target, items: [...added, ...changed] };
}
