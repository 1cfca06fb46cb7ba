import type { ObjectDiff } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  DriftIgnoreRule,
  DriftObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isIgnored } from '../drift/override/isIgnored';
import { isPartOfDelivery } from '../drift/override/isPartOfDelivery';
import { leafText } from '../drift/override/leafText';
import type { FieldManager } from '../drift/override/LiveFields';
import type { Difference } from './Comparison';
import type { FieldOwners } from './FieldOwners';
import { MASK } from '../secrets/SecretValue';

/** What decides whether a difference counts. */
export interface DiffRules {
  object: DriftObject;
  owners: FieldOwners;
  rules: readonly DriftIgnoreRule[];
  /** Why nothing that differs in this object counts. */
  leftAlone?: string;
}

/** Differences as people read them: who made them, and whether they count. */
export function toDiffFields(
  differences: readonly Difference[],
  rules: DiffRules,
): ObjectDiff['fields'] {
  return differences.map(({ path, state, desired, live }) => {
    const from = desired === undefined ? undefined : leafText(desired);
    const to = live === undefined ? undefined : leafText(live);
    const managers = state === 'removed' ? [] : rules.owners.of(path);
    const [manager] = managers;
    const reason = reasonToIgnore(path, managers, rules);
    const masked = [from, to].some(text => text?.includes(MASK));
    return {
      path,
      state: reason === undefined ? state : ('ignored' as const),
      ...(masked ? { masked } : { from, to }),
      manager: manager?.name,
      operation: manager?.operation,
      at: manager?.time,
      reason,
    };
  });
}

function reasonToIgnore(
  path: string,
  managers: readonly FieldManager[],
  { object, rules, leftAlone }: DiffRules,
): string | undefined {
  if (leftAlone) {
    return leftAlone;
  }
  const names = managers.map(({ name }) => name);
  if (isIgnored(rules, object, { path, managers: names })) {
    return 'The application says to ignore it';
  }
  const mover = managers.find(manager => isPartOfDelivery(manager, path));
  return mover && `${mover.name} moves it: that is what it is there for`;
}
