import type { GitOwned } from './GitOwned';
import type { FieldManager, LiveFields } from './LiveFields';

/**
 * What Git's managers have set, as they are seen now: what they own has its live value, what they lost to others keeps the value they
 * had set, and what they dropped themselves is forgotten.
 */
export function learnGitOwned(
  live: LiveFields,
  before: GitOwned | undefined,
  gitManagers: ReadonlySet<string>,
): GitOwned {
  const managers: FieldManager[] = [];
  const indices = live.managers.map(manager =>
    gitManagers.has(manager.name) ? managers.push(manager) - 1 : undefined,
  );
  const learned: GitOwned = { managers, fields: {} };
  for (const [path, [owners, value]] of Object.entries(live.fields)) {
    const owner = owners
      .map(index => indices[index])
      .find(index => index !== undefined);
    if (owner !== undefined) {
      learned.fields[path] = [owner, value];
    }
  }
  for (const [path, [index, value]] of Object.entries(before?.fields ?? {})) {
    if (learned.fields[path]) {
      continue;
    }
    const then = before!.managers[index];
    const current = managers.findIndex(manager => isSame(manager, then));
    if (current < 0) {
      learned.fields[path] = [managers.push(then) - 1, value];
    } else if (!hasDropped(then, managers[current], ownersOf(live, path))) {
      learned.fields[path] = [current, value];
    }
  }
  return learned;
}

function ownersOf(live: LiveFields, path: string): FieldManager[] {
  return (live.fields[path]?.[0] ?? []).map(index => live.managers[index]);
}

/**
 * Git's manager takes back what it still wants whenever it writes. If it has written since, later than those who own the field now,
 * and does not own it, then it no longer wants it.
 */
function hasDropped(
  then: FieldManager,
  now: FieldManager,
  owners: readonly FieldManager[],
): boolean {
  return (
    now.time !== then.time &&
    owners.every(({ time }) => (time ?? '') < (now.time ?? ''))
  );
}

function isSame(a: FieldManager, b: FieldManager): boolean {
  return (
    a.name === b.name &&
    a.operation === b.operation &&
    a.subresource === b.subresource
  );
}
