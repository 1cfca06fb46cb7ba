import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { workloadRecord } from '../workloadRecord';
import { unsettledHealth } from './unsettledHealth';

/** DaemonSets as workloads. */
export const daemonSet: EngineKind = {
  group: 'apps',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  versions: ['v1'],
  overrides: true,
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    return [
      workloadRecord('kubernetes', object, context, {
        health: unsettledHealth(object) ?? rolloutHealth(spec, status),
        podTemplate: spec.template,
        desired: countOf(status.desiredNumberScheduled),
        ready: countOf(status.numberReady),
      }),
    ];
  },
};

function rolloutHealth(spec: Fields, status: Fields): Health {
  const desired = countOf(status.desiredNumberScheduled);
  if (desired === 0) {
    return { state: 'healthy', summary: 'no node is to run it' };
  }
  const updated = countOf(status.updatedNumberScheduled);
  if (fieldsOf(spec.updateStrategy).type !== 'OnDelete' && updated < desired) {
    return {
      state: 'progressing',
      summary: `${updated} of ${desired} pods up to date`,
    };
  }
  const available = countOf(status.numberAvailable);
  const summary = `${available} of ${desired} pods ready`;
  if (available < desired) {
    const scheduled = countOf(status.currentNumberScheduled);
    return {
      state: scheduled < desired ? 'progressing' : 'degraded',
      summary,
    };
  }
  return { state: 'healthy', summary };
}
