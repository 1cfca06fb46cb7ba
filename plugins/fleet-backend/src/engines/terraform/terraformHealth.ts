import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, nameOf, numberOf, timeOf, type Fields } from '../fields';
import type { Health } from '../recordOf';

/** How a Terraform is: whether it could be planned and applied, whether a plan waits for people, and whether the cloud has drifted. */
export function terraformHealth(object: KubernetesObject): Health {
  const { deletionTimestamp, generation } = object.metadata;
  const spec = fieldsOf(object.spec);
  const status = fieldsOf(object.status);
  const conditions = conditionsOf(object.status);
  const ready = conditionOf(conditions, 'Ready');
  if (spec.suspend === true) {
    return { state: 'suspended', summary: 'suspended', ...toldBy(ready) };
  }
  const refused = ready?.status === 'False' && ready.reason !== 'DriftDetected';
  if (refused) {
    return {
      state: 'failing',
      summary: explain(
        deletionTimestamp ? 'cannot be destroyed' : 'cannot be applied',
        ready.message,
      ),
      ...toldBy(ready),
    };
  }
  if (deletionTimestamp) {
    return {
      state: 'progressing',
      summary: 'is being destroyed',
      since: timeOf(deletionTimestamp),
    };
  }
  if (ready?.reason === 'DriftDetected') {
    return {
      state: 'degraded',
      summary: explain(
        'what is in the cloud is not what Git says',
        ready.message,
      ),
      ...toldBy(ready),
      since: timeOf(status.lastDriftDetectedAt) ?? ready.since,
    };
  }
  const plan = planThatWaits(spec, status);
  if (plan !== undefined) {
    return {
      state: 'progressing',
      summary: `waits for people: spec.approvePlan has to be ${plan}`,
      ...toldBy(ready),
    };
  }
  if (ready === undefined) {
    return { state: 'unknown', summary: 'has no status yet' };
  }
  const observed = numberOf(status.observedGeneration);
  if (observed !== undefined && observed < (numberOf(generation) ?? 0)) {
    return {
      state: 'progressing',
      summary: 'its latest spec is not acted on yet',
      ...toldBy(ready),
    };
  }
  return ready.status === 'True'
    ? { state: 'healthy', summary: 'applied', ...toldBy(ready) }
    : {
        state: 'progressing',
        summary: explain('is being applied', ready.message),
        ...toldBy(ready),
      };
}

/** The plan that people have to approve: none where they approved it, or all beforehand. */
function planThatWaits(spec: Fields, status: Fields): string | undefined {
  const pending = nameOf(fieldsOf(status.plan).pending);
  const approved = nameOf(spec.approvePlan);
  const isApproved =
    pending !== undefined &&
    approved !== undefined &&
    (approved === 'auto' || pending.startsWith(approved));
  return isApproved ? undefined : pending;
}
