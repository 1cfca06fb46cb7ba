import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  conditionOf,
  conditionsOf,
  toldBy,
  type Condition,
} from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, itemsOf, numberOf, textOf, timeOf } from '../fields';
import type { Health } from '../recordOf';

/** While an object has none of these phases, it is still on its way. */
const settledPhases = new Set(['Provisioned', 'Running', 'ScalingUp']);

/** Whether people, or the Cluster that it belongs to, had it left alone. */
export function isPaused({ metadata, spec, status }: KubernetesObject) {
  const annotations = fieldsOf(metadata.annotations);
  const paused = conditionOf(conditionsOf(status), 'Paused');
  return (
    fieldsOf(spec).paused === true ||
    'cluster.x-k8s.io/paused' in annotations ||
    paused?.status === 'True'
  );
}

/** Which condition says that an object can be used: v1beta2 has `Available` where v1beta1, and providers, have `Ready`. */
export function readyTypeOf({ status }: KubernetesObject): string {
  return conditionOf(conditionsOf(status), 'Available') ? 'Available' : 'Ready';
}

/** How an object of Cluster API or of one of its providers is. */
export function clusterApiHealth(object: KubernetesObject): Health {
  const { deletionTimestamp, generation } = object.metadata;
  const status = fieldsOf(object.status);
  const conditions = conditionsOf(object.status);
  const ready = conditionOf(conditions, readyTypeOf(object));
  if (isPaused(object)) {
    return { state: 'suspended', summary: 'is paused', ...toldBy(ready) };
  }
  const failure = textOf(status.failureMessage);
  if (failure !== undefined || status.phase === 'Failed') {
    return {
      state: 'failing',
      summary: explain('failed', failure ?? ready?.message),
      ...toldBy(ready),
      reason: textOf(status.failureReason) ?? ready?.reason,
      message: failure ?? ready?.message,
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
  const observed = numberOf(status.observedGeneration);
  if (observed !== undefined && observed < (numberOf(generation) ?? 0)) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
      ...toldBy(ready),
    };
  }
  return ready
    ? readyHealth(object, ready)
    : withoutCondition(object, conditions);
}

function readyHealth(object: KubernetesObject, ready: Condition): Health {
  const conditions = conditionsOf(object.status);
  const rolling = conditionOf(conditions, 'RollingOut')?.status === 'True';
  if (ready.status === 'True') {
    return rolling
      ? { state: 'progressing', summary: 'is rolling out', ...toldBy(ready) }
      : { state: 'healthy', summary: 'ready', ...toldBy(ready) };
  }
  if (rolling || !isSettled(object, ready)) {
    return {
      state: 'progressing',
      summary: explain('is not ready yet', ready.message),
      ...toldBy(ready),
    };
  }
  return {
    state: 'failing',
    summary: explain('not available', ready.message),
    ...toldBy(ready),
  };
}

/** Whether it was ready before, so that it not being so is a fault. v1beta1 says how bad a condition is that does not hold. */
function isSettled({ status }: KubernetesObject, ready: Condition): boolean {
  const fields = fieldsOf(status);
  const severity = itemsOf(fields.conditions)
    .map(fieldsOf)
    .find(({ type }) => type === ready.type)?.severity;
  if (textOf(severity) !== undefined) {
    return severity === 'Error';
  }
  return (
    settledPhases.has(String(fields.phase)) ||
    fieldsOf(fields.initialization).provisioned === true
  );
}

/** Providers need not have conditions; that they are done they have to say. */
function withoutCondition(
  { status }: KubernetesObject,
  conditions: readonly Condition[],
): Health {
  const fields = fieldsOf(status);
  const provisioned = fieldsOf(fields.initialization).provisioned === true;
  if (fields.ready === true || provisioned) {
    return { state: 'healthy', summary: 'ready' };
  }
  return conditions.length > 0 || textOf(fields.phase) !== undefined
    ? { state: 'progressing', summary: 'is not ready yet' }
    : { state: 'unknown', summary: 'has no status yet' };
}
