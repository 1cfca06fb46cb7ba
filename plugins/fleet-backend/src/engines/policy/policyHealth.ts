import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, textOf, timeOf } from '../fields';
import type { Health } from '../recordOf';

/**
 * Whether an engine applies a policy, by the conditions, or the older flag, of its status.
 *
 * @param status - where they are; not always the status of the object itself.
 */
export function policyHealth(
  { metadata }: KubernetesObject,
  status: unknown,
): Health {
  if (metadata.deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      since: timeOf(metadata.deletionTimestamp),
    };
  }
  const { ready, message } = fieldsOf(status);
  const conditions = conditionsOf(status);
  const condition = conditionOf(conditions, 'Ready');
  const wrong = conditions.find(item => item.status === 'False');
  if (condition?.status === 'True' || (!condition && ready === true)) {
    return { state: 'healthy', summary: 'applied', since: condition?.since };
  }
  if (condition || ready === false) {
    const told = toldBy(
      condition?.message || !wrong ? condition : { ...wrong },
    );
    const text = told.message || textOf(message);
    return {
      ...told,
      message: text,
      state: 'failing',
      summary: explain('its engine does not apply it', text),
    };
  }
  return {
    state: 'unknown',
    summary: 'its engine has not said whether it applies it',
  };
}
