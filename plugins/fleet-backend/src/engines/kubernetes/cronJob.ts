import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, timeOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { workloadRecord } from '../workloadRecord';
import { unsettledHealth } from './unsettledHealth';

/** CronJobs as workloads; what they want and have ready are the jobs that run at the moment. */
export const cronJob: EngineKind = {
  group: 'batch',
  kind: 'CronJob',
  plural: 'cronjobs',
  versions: ['v1'],
  pace: 'relaxed',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const running = itemsOf(status.active).length;
    return [
      workloadRecord('kubernetes', object, context, {
        health: unsettledOf(object, spec) ?? runHealth(spec, status, running),
        podTemplate: fieldsOf(fieldsOf(spec.jobTemplate).spec).template,
        desired: running,
        ready: running,
      }),
    ];
  },
};

/** A CronJob has no status before its first run, and nothing is amiss then. */
function unsettledOf(
  object: Parameters<EngineKind['project']>[0],
  spec: Fields,
): Health | undefined {
  const health = unsettledHealth(object, { suspended: spec.suspend === true });
  return health?.state === 'unknown' && textOf(spec.schedule)
    ? { state: 'healthy', summary: `has not run yet, ${runsAt(spec)}` }
    : health;
}

function runHealth(spec: Fields, status: Fields, running: number): Health {
  const scheduled = timeOf(status.lastScheduleTime);
  const succeeded = timeOf(status.lastSuccessfulTime);
  if (running > 0) {
    return { state: 'healthy', summary: `runs now, ${runsAt(spec)}` };
  }
  if (scheduled && (!succeeded || succeeded < scheduled)) {
    return {
      state: 'degraded',
      summary: `its last run did not succeed, ${runsAt(spec)}`,
      since: scheduled,
    };
  }
  return {
    state: 'healthy',
    summary: succeeded
      ? `its last run succeeded, ${runsAt(spec)}`
      : `has not run yet, ${runsAt(spec)}`,
  };
}

function runsAt(spec: Fields): string {
  return `scheduled ${textOf(spec.schedule) ?? 'never'}`;
}
