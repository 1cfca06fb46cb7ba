import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { fieldsOf, nameOf, textOf, timeOf } from '../fields';
import type { Health } from '../recordOf';
import { crossplaneHealth } from './crossplaneHealth';
import { crossplaneObject } from './crossplaneObject';

const group = 'ops.crossplane.io';
const versions = ['v1alpha1'];

/** What Crossplane does once, on a schedule, or when something changes. */
export const operations: readonly EngineKind[] = [
  crossplaneObject({
    group,
    kind: 'Operation',
    plural: 'operations',
    versions,
    healthOf: operationHealth,
    detailsOf: ({ spec }) => ({ mode: nameOf(spec.mode) }),
  }),
  crossplaneObject({
    group,
    kind: 'CronOperation',
    plural: 'cronoperations',
    versions,
    healthOf: schedulerHealth,
    detailsOf: ({ spec, status }) => ({
      schedule: nameOf(spec.schedule),
      lastScheduledAt: timeOf(status.lastScheduleTime),
      lastSuccessfulAt: timeOf(status.lastSuccessfulTime),
    }),
  }),
  crossplaneObject({
    group,
    kind: 'WatchOperation',
    plural: 'watchoperations',
    versions,
    healthOf: schedulerHealth,
    detailsOf: ({ spec }) => ({ watches: nameOf(fieldsOf(spec.watch).kind) }),
  }),
];

function operationHealth(object: KubernetesObject): Health {
  const succeeded = conditionOf(conditionsOf(object.status), 'Succeeded');
  switch (succeeded?.status) {
    case 'True':
      return { state: 'healthy', summary: 'succeeded', ...toldBy(succeeded) };
    case 'False':
      return {
        state: 'failing',
        summary: explain('failed', succeeded.message),
        ...toldBy(succeeded),
      };
    default:
      return crossplaneHealth(object);
  }
}

function schedulerHealth(object: KubernetesObject): Health {
  const conditions = conditionsOf(object.status);
  if (fieldsOf(object.spec).suspend === true) {
    return { state: 'suspended', summary: 'suspended' };
  }
  const refused = conditions.find(({ status }) => status === 'False');
  if (refused) {
    return {
      state: 'failing',
      summary: explain('cannot start operations', refused.message),
      ...toldBy(refused),
    };
  }
  return textOf(conditions[0]?.status) === undefined
    ? { state: 'unknown', summary: 'Crossplane has not taken it up' }
    : { state: 'healthy', summary: 'starts operations' };
}
