import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { countOf, fieldsOf, itemsOf, timeOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { workloadRecord } from '../workloadRecord';
import { unsettledHealth } from './unsettledHealth';

/** Jobs as workloads, but for those that a CronJob makes: they come and go, and the CronJob speaks for them. */
export const job: EngineKind = {
  group: 'batch',
  kind: 'Job',
  plural: 'jobs',
  versions: ['v1'],
  pace: 'relaxed',
  project(object, context) {
    const owners = itemsOf(object.metadata.ownerReferences);
    if (owners.some(owner => fieldsOf(owner).kind === 'CronJob')) {
      return [];
    }
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const desired = countOf(spec.completions, 1);
    return [
      workloadRecord('kubernetes', object, context, {
        health:
          unsettledHealth(object, { suspended: spec.suspend === true }) ??
          runHealth(status, desired),
        podTemplate: spec.template,
        desired,
        ready: countOf(status.succeeded),
      }),
    ];
  },
};

function runHealth(status: Fields, desired: number): Health {
  const conditions = conditionsOf(status);
  for (const type of ['Failed', 'FailureTarget']) {
    const failed = conditionOf(conditions, type);
    if (failed?.status === 'True') {
      return {
        state: 'failing',
        summary: explain('failed', failed.message ?? failed.reason),
        ...toldBy(failed),
      };
    }
  }
  const complete = conditionOf(conditions, 'Complete');
  if (complete?.status === 'True') {
    return { state: 'healthy', summary: 'completed', since: complete.since };
  }
  return {
    state: 'progressing',
    summary: `runs, ${countOf(status.succeeded)} of ${desired} done`,
    since: timeOf(status.startTime),
  };
}
