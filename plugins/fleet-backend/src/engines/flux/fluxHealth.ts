import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  conditionOf,
  conditionsOf,
  toldBy,
  type Condition,
} from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, numberOf, timeOf } from '../fields';
import type { Health } from '../recordOf';
import { wordsForReason } from './wordsForReason';

/** Whether people told Flux to leave an object alone. */
export function isSuspended(object: KubernetesObject): boolean {
  return fieldsOf(object.spec).suspend === true;
}

/**
 * How an object of Flux is, by its conditions.
 *
 * @param options - `healthy`: the summary when all is well.
 */
export function fluxHealth(
  object: KubernetesObject,
  options: { healthy: string; suspended?: boolean },
): Health {
  const { deletionTimestamp } = object.metadata;
  const conditions = conditionsOf(object.status);
  const ready = conditionOf(conditions, 'Ready');
  if (options.suspended ?? isSuspended(object)) {
    return {
      state: 'suspended',
      summary: 'suspended',
      reason: ready?.reason,
      message: ready?.message,
    };
  }
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      reason: ready?.reason,
      message: ready?.message,
      since: timeOf(deletionTimestamp),
    };
  }
  if (conditions.length === 0) {
    return { state: 'unknown', summary: 'never reconciled' };
  }
  if (isBehind(object, ready)) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
      ...toldBy(ready),
    };
  }
  return conditionHealth(conditions, ready, options.healthy);
}

/**
 * Controllers raise `status.observedGeneration` only when they succeed; a failing object is known to be up to date by that of its
 * Ready condition.
 */
function isBehind(
  { metadata, status }: KubernetesObject,
  ready: Condition | undefined,
): boolean {
  const wanted = numberOf(metadata.generation);
  const observed = numberOf(fieldsOf(status).observedGeneration);
  const judged = ready?.observedGeneration;
  const latest = Math.max(observed ?? -1, judged ?? -1);
  const isTold = observed !== undefined || judged !== undefined;
  return isTold && wanted !== undefined && latest < wanted;
}

function conditionHealth(
  conditions: readonly Condition[],
  ready: Condition | undefined,
  healthy: string,
): Health {
  const stalled = conditionOf(conditions, 'Stalled');
  if (stalled?.status === 'True') {
    const cause = ready?.status === 'False' ? ready : stalled;
    return {
      state: 'failing',
      summary: `gave up, ${explain(
        wordsForReason(cause.reason),
        cause.message,
      )}`,
      ...toldBy(cause),
      since: stalled.since,
    };
  }
  if (ready?.status === 'True') {
    return { state: 'healthy', summary: healthy, ...toldBy(ready) };
  }
  if (ready?.status === 'False') {
    return ready.reason === 'DependencyNotReady'
      ? {
          state: 'progressing',
          summary: explain('waits for a dependency', ready.message),
          ...toldBy(ready),
        }
      : {
          state: 'failing',
          summary: explain(wordsForReason(ready.reason), ready.message),
          ...toldBy(ready),
        };
  }
  const reconciling = conditionOf(conditions, 'Reconciling');
  if (reconciling?.status === 'True' || ready?.status === 'Unknown') {
    const cause = reconciling?.status === 'True' ? reconciling : ready;
    return {
      state: 'progressing',
      summary: explain('is being reconciled', cause?.message),
      ...toldBy(cause),
    };
  }
  return { state: 'unknown', summary: 'does not say whether it is ready' };
}
