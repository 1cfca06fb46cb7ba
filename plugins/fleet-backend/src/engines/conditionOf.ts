import { fieldsOf, itemsOf, numberOf, textOf, timeOf } from './fields';

/** One of the conditions in an object's status. */
export interface Condition {
  type: string;
  /** `True`, `False` or `Unknown`. */
  status?: string;
  reason?: string;
  message?: string;
  since?: string;
  observedGeneration?: number;
}

/** All conditions of a status. */
export function conditionsOf(status: unknown): Condition[] {
  const conditions: Condition[] = [];
  for (const item of itemsOf(fieldsOf(status).conditions)) {
    const fields = fieldsOf(item);
    const type = textOf(fields.type);
    if (type) {
      conditions.push({
        type,
        status: textOf(fields.status),
        reason: textOf(fields.reason),
        message: textOf(fields.message),
        since: timeOf(fields.lastTransitionTime),
        observedGeneration: numberOf(fields.observedGeneration),
      });
    }
  }
  return conditions;
}

/** The condition of that type among `conditions`. */
export function conditionOf(
  conditions: readonly Condition[],
  type: string,
): Condition | undefined {
  return conditions.find(condition => condition.type === type);
}

/** What a condition adds to the health that it decides. */
export function toldBy(
  condition: Condition | undefined,
): Pick<Condition, 'reason' | 'message' | 'since'> {
  return {
    reason: condition?.reason,
    message: condition?.message,
    since: condition?.since,
  };
}
