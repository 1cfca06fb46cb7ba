import type { ObjectCondition } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Condition } from '../conditionOf';

const mostConditions = 50;
const longestMessage = 2_000;

/** Conditions as the tree of a claim keeps them. */
export function objectConditions(
  conditions: readonly Condition[],
): ObjectCondition[] {
  return conditions.slice(0, mostConditions).map(condition => ({
    type: condition.type,
    status: condition.status ?? 'Unknown',
    reason: condition.reason,
    message: condition.message?.slice(0, longestMessage),
    since: condition.since,
  }));
}
