import { OverlayError } from '../OverlayError';
import {
  itemsOf,
  textOf,
  tracedAt,
  withEntry,
  type Traced,
  type TracedMap,
} from './Traced';

/**
 * What a JSON patch (RFC 6902) makes of an object.
 *
 * @throws OverlayError, when a step of it leads nowhere.
 */
export function applyJsonPatch(target: TracedMap, patch: Traced): TracedMap {
  return itemsOf(patch).reduce<Traced>(
    (root, step) => applyStep(root, step),
    target,
  ) as TracedMap;
}

function applyStep(root: Traced, step: Traced): Traced {
  const op = textOf(tracedAt(step, 'op'));
  const path = pathOf(step, 'path');
  const value = tracedAt(step, 'value');
  switch (op) {
    case 'test':
      return root;
    case 'remove':
      return change(root, path, undefined, 'replace');
    case 'add':
    case 'replace':
      if (value) {
        return change(root, path, value, op);
      }
      break;
    case 'copy':
    case 'move': {
      const from = pathOf(step, 'from');
      const found = tracedAt(root, ...from);
      if (found) {
        const rest =
          op === 'move' ? change(root, from, undefined, 'replace') : root;
        return change(rest, path, found, 'add');
      }
      break;
    }
    default:
  }
  throw failure(path, op);
}

function change(
  at: Traced,
  path: readonly string[],
  value: Traced | undefined,
  how: 'add' | 'replace',
): Traced {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value ?? at;
  }
  if (at.is === 'list') {
    const index = step === '-' ? at.items.length : Number(step);
    const item = at.items[index];
    if (rest.length > 0 && item) {
      return {
        ...at,
        items: at.items.with(index, change(item, rest, value, how)),
      };
    }
    const isThere = how === 'add' ? index <= at.items.length : item;
    if (rest.length === 0 && isThere) {
      const added = value ? [value] : [];
      return {
        ...at,
        items: at.items.toSpliced(index, how === 'add' ? 0 : 1, ...added),
      };
    }
  }
  if (at.is === 'map') {
    const entry = at.entries.get(step);
    if (rest.length === 0 && (entry || how === 'add')) {
      return withEntry(at, step, value);
    }
    if (entry) {
      return withEntry(at, step, change(entry, rest, value, how));
    }
  }
  throw failure(path, how);
}

function pathOf(step: Traced, key: string): string[] {
  return (textOf(tracedAt(step, key)) ?? '')
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function failure(path: readonly string[], op: string | undefined) {
  return new OverlayError(
    `${op ?? 'a step without op'} /${path.join('/')} leads nowhere`,
  );
}
