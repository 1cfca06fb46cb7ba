import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { countOf, fieldsOf, type Fields } from '../fields';
import type { Health } from '../recordOf';
import { workloadRecord } from '../workloadRecord';
import { scaledToZero, unsettledHealth } from './unsettledHealth';

/** StatefulSets as workloads. */
export const statefulSet: EngineKind = {
  group: 'apps',
  kind: 'StatefulSet',
  plural: 'statefulsets',
  versions: ['v1'],
  overrides: true,
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const desired = countOf(spec.replicas, 1);
    return [
      workloadRecord('kubernetes', object, context, {
        health: unsettledHealth(object) ?? rolloutHealth(spec, status, desired),
        podTemplate: spec.template,
        desired,
        ready: countOf(status.readyReplicas),
      }),
    ];
  },
};

function rolloutHealth(spec: Fields, status: Fields, desired: number): Health {
  const pods = countOf(status.replicas);
  if (desired === 0) {
    return scaledToZero(pods);
  }
  const strategy = fieldsOf(spec.updateStrategy);
  const { partition } = fieldsOf(strategy.rollingUpdate);
  const updated = countOf(status.updatedReplicas);
  const toUpdate = desired - countOf(partition);
  if (
    strategy.type !== 'OnDelete' &&
    status.currentRevision !== status.updateRevision &&
    updated < toUpdate
  ) {
    return {
      state: 'progressing',
      summary: `${updated} of ${toUpdate} pods up to date`,
    };
  }
  const ready = countOf(status.readyReplicas);
  const summary = `${Math.min(ready, desired)} of ${desired} pods ready`;
  if (ready < desired) {
    return { state: pods < desired ? 'progressing' : 'degraded', summary };
  }
  return { state: 'healthy', summary };
}
