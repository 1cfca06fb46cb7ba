import { memberPath, splitPath } from '../drift/override/fieldPath';
import type { Fields } from '../engines/fields';
import type { Comparison, Difference } from './Comparison';
import { identifyItems } from './identifyItems';
import { isMap } from './isMap';
import { isEmpty, isSameValue } from './isSameValue';
import { MASK, SecretValue } from '../secrets/SecretValue';

/** Of what only live has: `all` was added, `part` of it was, or it was filled in. */
export type WhoseItIs = (path: string) => 'all' | 'part' | 'none';

/** Maps whose empty values say something. */
const textMaps = /\.(?:data|labels|annotations|matchLabels|nodeSelector)$/;

/** Compares what is desired with what is live. What desired does not set is no difference, unless somebody `added` it. */
export function compareObjects(
  desired: Fields,
  live: Fields,
  added: WhoseItIs,
): Comparison {
  const differences: Difference[] = [];
  const note = (difference: Difference) => {
    differences.push(narrowed(difference));
  };
  return {
    differences,
    ...compareMaps({ added, note }, '', desired, live),
  };
}

interface Context {
  added: WhoseItIs;
  note(difference: Difference): void;
}

interface Sides {
  desired?: unknown;
  live?: unknown;
}

function compareValues(
  context: Context,
  path: string,
  desired: unknown,
  live: unknown,
): Sides {
  if (isMap(desired) && isMap(live)) {
    return compareMaps(context, path, desired, live);
  }
  if (Array.isArray(desired) && Array.isArray(live)) {
    return compareLists(context, path, desired, live);
  }
  return compareLeaves(context, path, desired, live);
}

function compareMaps(
  context: Context,
  path: string,
  desired: Fields,
  live: Fields,
): { desired: Fields; live: Fields } {
  // Both in the order of live, so that lines stand beside each other.
  const keys = new Set([...Object.keys(live), ...Object.keys(desired)]);
  const sides = [...keys].map(
    key =>
      [
        key,
        compareMembers(
          context,
          path + memberPath(key),
          desired[key],
          live[key],
          textMaps.test(path),
        ),
      ] as const,
  );
  const side = (name: keyof Sides) =>
    Object.fromEntries(
      sides
        .map(([key, both]) => [key, both[name]])
        .filter(([, value]) => value !== undefined),
    );
  return { desired: side('desired'), live: side('live') };
}

function compareLists(
  context: Context,
  path: string,
  desired: readonly unknown[],
  live: readonly unknown[],
): Sides {
  const list = path.slice(path.lastIndexOf('.') + 1);
  const identified = identifyItems(list, desired, live);
  if (identified) {
    const [wanted, found] = identified;
    const items = [...new Set([...found.keys(), ...wanted.keys()])].map(item =>
      compareMembers(
        context,
        path + item,
        wanted.get(item),
        found.get(item),
        true,
      ),
    );
    const side = (name: keyof Sides) =>
      items.map(item => item[name]).filter(value => value !== undefined);
    return { desired: side('desired'), live: side('live') };
  }
  if (desired.length === live.length && desired.every(isMap)) {
    const items = desired.map((item, index) =>
      compareValues(context, `${path}[${index}]`, item, live[index]),
    );
    return {
      desired: items.map(item => item.desired),
      live: items.map(item => item.live),
    };
  }
  return compareLeaves(context, path, desired, live);
}

/** `counts`: that the member is there says something, however empty it is. */
function compareMembers(
  context: Context,
  path: string,
  desired: unknown,
  live: unknown,
  counts: boolean,
): Sides {
  if (desired === undefined || desired === null) {
    return live === undefined ? {} : addedPart(context, path, live);
  }
  if (live !== undefined) {
    return compareValues(context, path, desired, live);
  }
  if (isEmpty(desired) && !counts) {
    return {};
  }
  context.note({ path, state: 'removed', desired });
  return { desired };
}

function addedPart(context: Context, path: string, live: unknown): Sides {
  const whose = context.added(path);
  if (whose === 'all' || (whose === 'part' && !isMap(live))) {
    context.note({ path, state: 'added', live });
    return { live };
  }
  return whose === 'part' && isMap(live)
    ? { live: compareMaps(context, path, {}, live).live }
    : {};
}

function compareLeaves(
  { note }: Context,
  path: string,
  desired: unknown,
  live: unknown,
): Sides {
  if (isSameValue(desired, live, path)) {
    // As desired writes it: `1000m` beside `1` would look like a difference.
    return { desired, live: desired };
  }
  note({ path, state: 'changed', desired, live });
  const bothHidden =
    desired instanceof SecretValue && live instanceof SecretValue;
  return { desired, live: bothHidden ? `${MASK} (differs)` : live };
}

/** Of a map with a single entry, the entry. */
function narrowed(difference: Difference): Difference {
  const { path, state } = difference;
  const value = state === 'added' ? difference.live : difference.desired;
  const entries = isMap(value) ? Object.entries(value) : [];
  if (state === 'changed' || entries.length !== 1 || isItem(path)) {
    return difference;
  }
  const [[key, member]] = entries;
  return narrowed({
    path: path + memberPath(key),
    state,
    [state === 'added' ? 'live' : 'desired']: member,
  });
}

/** An item of a list is known by more than what it holds. */
function isItem(path: string): boolean {
  return /^\[[?\d]/.test(splitPath(path).at(-1) ?? '');
}
