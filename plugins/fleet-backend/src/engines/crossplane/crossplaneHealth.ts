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

/** Whether people told Crossplane to leave an object alone. */
export function isPaused({ metadata }: KubernetesObject): boolean {
  return fieldsOf(metadata.annotations)['crossplane.io/paused'] === 'true';
}

/**
 * How a claim, a composite or a managed resource is: by `Synced`, which says whether what it asks for could be carried out, by
 * `Ready`, and by what providers tell of operations that take long.
 */
export function crossplaneHealth(object: KubernetesObject): Health {
  const { deletionTimestamp } = object.metadata;
  const conditions = conditionsOf(object.status);
  const synced = conditionOf(conditions, 'Synced');
  const ready = conditionOf(conditions, 'Ready');
  const operation = conditionOf(conditions, 'LastAsyncOperation');
  if (isPaused(object) || synced?.reason === 'ReconcilePaused') {
    return {
      state: 'suspended',
      summary: 'paused: Crossplane leaves it alone',
      ...toldBy(synced),
    };
  }
  const deleting = timeOf(deletionTimestamp) !== undefined;
  const refused = [synced, operation].find(told => told?.status === 'False');
  if (refused) {
    const words = wordsOfRefusal(refused, deleting);
    return {
      state: 'failing',
      summary: explain(words, refused.message),
      ...toldBy(refused),
    };
  }
  if (deleting) {
    return {
      state: 'progressing',
      summary: 'is being deleted',
      reason: ready?.reason,
      message: ready?.message,
      since: timeOf(deletionTimestamp),
    };
  }
  if (!synced && !ready) {
    return { state: 'unknown', summary: 'Crossplane has not taken it up' };
  }
  if (isBehind(object, [synced, ready])) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
      ...toldBy(synced),
    };
  }
  return readyHealth(ready, conditionOf(conditions, 'Responsive'));
}

function wordsOfRefusal({ type }: Condition, deleting: boolean): string {
  if (deleting) {
    return 'cannot be deleted';
  }
  return type === 'Synced'
    ? 'cannot be carried out'
    : 'the provider could not do what it asks for';
}

function isBehind(
  { metadata }: KubernetesObject,
  conditions: readonly (Condition | undefined)[],
): boolean {
  const wanted = numberOf(metadata.generation);
  return conditions.some(
    condition =>
      condition?.observedGeneration !== undefined &&
      wanted !== undefined &&
      condition.observedGeneration < wanted,
  );
}

function readyHealth(
  ready: Condition | undefined,
  responsive: Condition | undefined,
): Health {
  switch (ready?.status) {
    case 'True':
      return {
        state: 'healthy',
        // Crossplane protects itself: what changes below shows later, and nothing is wrong with it.
        summary:
          responsive?.status === 'False'
            ? 'ready; changes so often that Crossplane follows it slowly'
            : 'ready',
        ...toldBy(ready),
      };
    case 'False':
      return ready.reason === 'Unavailable'
        ? {
            state: 'failing',
            summary: explain('not available', ready.message),
            ...toldBy(ready),
          }
        : {
            state: 'progressing',
            summary: explain(wordsOfWaiting(ready.reason), ready.message),
            ...toldBy(ready),
          };
    case undefined:
      return { state: 'progressing', summary: 'is not ready yet' };
    default:
      return {
        state: 'unknown',
        summary: explain('does not say whether it is ready', ready?.message),
        ...toldBy(ready),
      };
  }
}

function wordsOfWaiting(reason: string | undefined): string {
  switch (reason) {
    case 'Creating':
      return 'is being created';
    case 'Deleting':
      return 'is being deleted';
    default:
      return 'is not ready yet';
  }
}
