import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import {
  conditionOf,
  conditionsOf,
  toldBy,
  type Condition,
} from '../conditionOf';
import { explain } from '../explain';
import { countOf, fieldsOf } from '../fields';
import type { Health } from '../recordOf';
import { workloadRecord } from '../workloadRecord';
import { scaledToZero, unsettledHealth } from './unsettledHealth';

/** Deployments as workloads. */
export const deployment: EngineKind = {
  group: 'apps',
  kind: 'Deployment',
  plural: 'deployments',
  versions: ['v1'],
  overrides: true,
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const desired = countOf(spec.replicas, 1);
    return [
      workloadRecord('kubernetes', object, context, {
        health:
          unsettledHealth(object, { suspended: spec.paused === true }) ??
          rolloutHealth(object.status, desired),
        podTemplate: spec.template,
        desired,
        ready: countOf(fieldsOf(object.status).readyReplicas),
      }),
    ];
  },
};

function rolloutHealth(status: unknown, desired: number): Health {
  const conditions = conditionsOf(status);
  const progressing = conditionOf(conditions, 'Progressing');
  const available = conditionOf(conditions, 'Available');
  const blocked = conditionOf(conditions, 'ReplicaFailure');
  if (progressing?.status === 'False') {
    return {
      state: 'failing',
      summary: explain(
        'its rollout is stuck',
        (blocked ?? progressing).message,
      ),
      ...toldBy(progressing),
    };
  }
  if (blocked?.status === 'True') {
    return {
      state: 'failing',
      summary: explain('cannot create pods', blocked.message),
      ...toldBy(blocked),
    };
  }

  const { replicas, updatedReplicas, availableReplicas } = fieldsOf(status);
  const updated = countOf(updatedReplicas);
  const ready = countOf(availableReplicas);
  if (desired === 0) {
    return scaledToZero(countOf(replicas), available?.since);
  }
  if (updated < desired) {
    return {
      state: 'progressing',
      summary: `${updated} of ${desired} pods up to date`,
      ...toldBy(progressing),
    };
  }
  if (countOf(replicas) > updated) {
    return {
      state: 'progressing',
      summary: `waits for old pods to go, ${countOf(replicas) - updated} left`,
      ...toldBy(progressing),
    };
  }
  const summary = `${Math.min(ready, desired)} of ${desired} pods ready`;
  if (ready < desired) {
    return available?.status === 'False' && isRolledOut(progressing)
      ? { state: 'degraded', summary, ...toldBy(available) }
      : { state: 'progressing', summary, ...toldBy(progressing) };
  }
  return { state: 'healthy', summary, since: available?.since };
}

/** Once a rollout is through, missing pods were lost and are not merely awaited. */
function isRolledOut(progressing: Condition | undefined): boolean {
  return progressing?.reason === 'NewReplicaSetAvailable';
}
