import { itemsOnPath } from './fieldPath';
import type { FieldChange, GitOwned } from './GitOwned';
import { learnGitOwned } from './learnGitOwned';
import type { LiveFields } from './LiveFields';

/**
 * What is to be known of an object after it was seen (undefined: it is gone): what Git's managers had set of it, and what of that is
 * otherwise now. Nothing where they have set nothing.
 */
export function observeObject(
  live: LiveFields | undefined,
  before: GitOwned | undefined,
  { gitManagers, now }: { gitManagers: ReadonlySet<string>; now: string },
): GitOwned | undefined {
  if (!live) {
    return (
      before && {
        managers: before.managers,
        fields: before.fields,
        deletedAt: before.deletedAt ?? now,
      }
    );
  }
  if (live.unjudged) {
    return before;
  }
  const owned = learnGitOwned(live, before, gitManagers);
  if (Object.keys(owned.fields).length === 0) {
    return undefined;
  }
  const changes = changesOf(live, owned, gitManagers).map(change => ({
    ...change,
    seen: before?.changes?.find(
      ({ path, to }) => path === change.path && to === change.to,
    )?.seen,
  }));
  return {
    ...owned,
    changes: changes.length > 0 ? changes : undefined,
    leftAlone: live.leftAlone,
    uncorrected: live.uncorrected,
  };
}

function changesOf(
  live: LiveFields,
  { fields }: GitOwned,
  gitManagers: ReadonlySet<string>,
): FieldChange[] {
  // Whoever took Git's manager out of managedFields took the proof that a field is gone with it.
  const provesRemovals = live.managers.some(({ name }) =>
    gitManagers.has(name),
  );
  const changed = Object.entries(fields).filter(([path, [, from]]) => {
    const to = live.fields[path]?.[1];
    return to === undefined ? provesRemovals : to !== from;
  });
  if (changed.length === 0) {
    return [];
  }
  const present = new Set(Object.keys(live.fields).flatMap(itemsOnPath));
  return changed.map(([path, [, from]]) => {
    const [owners, to] = live.fields[path] ?? [[], undefined];
    return {
      path,
      from,
      to,
      item:
        to === undefined
          ? itemsOnPath(path).find(item => !present.has(item))
          : undefined,
      managers: owners.map(index => live.managers[index]),
    };
  });
}
