import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { correctionOf } from '../correctionOf';
import type { FieldChange, GitOwned } from './GitOwned';

/** An application and its objects are read one by one: what it had applied may be known only a while after what became of them. */
const lagMs = 2 * 60_000;

/**
 * Flux writes all that it wants of an object whenever it applies. What is still otherwise after it has applied another revision, Git
 * no longer wants: a commit dropped what somebody had changed or removed before, which leaves no trace on the object.
 */
export function forgetDropped(
  owned: GitOwned,
  application: ApplicationRecord,
  now: string,
): GitOwned {
  if (!owned.changes) {
    return owned;
  }
  const { kind, state, revision } = application;
  const isApplied =
    kind === 'Kustomization' &&
    state === 'healthy' &&
    !owned.uncorrected &&
    correctionOf(application).expected;
  const fields = { ...owned.fields };
  const changes = owned.changes.flatMap((change): FieldChange[] => {
    const { path, seen = { at: now, revision } } = change;
    if (!isApplied || seen.revision === revision) {
      return [{ ...change, seen }];
    }
    if (Date.parse(now) - Date.parse(seen.at) < lagMs) {
      return [{ ...change, seen: { ...seen, revision } }];
    }
    delete fields[path];
    return [];
  });
  return {
    ...owned,
    fields,
    changes: changes.length > 0 ? changes : undefined,
  };
}
