import { readPath, type PathStep } from './readPath';

/** An object that has these values at these paths, and nothing else. */
export function buildObject(
  fields: Iterable<readonly [path: string, value: unknown]>,
): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of fields) {
    const steps = readPath(path);
    let container: unknown = root;
    steps.forEach((step, index) => {
      const next = steps[index + 1];
      container = enter(container, step, next ? containerFor(next) : value);
    });
  }
  return root;
}

/** What a step leads to, put there if it is not yet; nowhere from what has no place for it. */
function enter(container: unknown, step: PathStep, absent: unknown): unknown {
  if (Array.isArray(container)) {
    return enterItem(container, step, absent);
  }
  if (typeof container !== 'object' || container === null) {
    return undefined;
  }
  if ('member' in step && !Object.hasOwn(container, step.member)) {
    // Not by assignment: a field may be named __proto__.
    Object.defineProperty(container, step.member, {
      value: absent,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return 'member' in step
    ? (container as Record<string, unknown>)[step.member]
    : undefined;
}

function enterItem(items: unknown[], step: PathStep, absent: unknown): unknown {
  if ('index' in step) {
    items[step.index] ??= absent;
    return items[step.index];
  }
  const found = items.find(item => isAt(step, item));
  if (found !== undefined) {
    return found;
  }
  const item =
    'keys' in step ? { ...step.keys, ...(absent as object) } : absent;
  items.push(item);
  return item;
}

function isAt(step: PathStep, item: unknown): boolean {
  return (
    'keys' in step &&
    Object.entries(step.keys).every(
      ([key, value]) => (item as Record<string, unknown>)?.[key] === value,
    )
  );
}

function containerFor(step: PathStep): unknown {
  return 'member' in step ? {} : [];
}
