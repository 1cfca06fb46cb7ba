import type {
  EngineKind,
  KubernetesObject,
  PolicyRecord,
  ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, textOf } from '../fields';
import { policyHealth } from '../policy/policyHealth';
import { kyvernoRecord } from './kyvernoRecord';

function project(
  object: KubernetesObject,
  context: ProjectionContext,
): [PolicyRecord] {
  const schedule = textOf(fieldsOf(object.spec).schedule);
  return [
    kyvernoRecord(object, context, policyHealth(object, object.status), {
      policyType: 'cleanup',
      bindings: [{ mode: 'enforce', word: 'delete' }],
      rules: schedule ? [{ name: `at ${schedule}` }] : [],
    }),
  ];
}

/** `ClusterCleanupPolicy`: deletes what it matches, by the clock. */
export const clusterCleanupPolicy: EngineKind = {
  group: 'kyverno.io',
  kind: 'ClusterCleanupPolicy',
  plural: 'clustercleanuppolicies',
  versions: ['v2', 'v2beta1'],
  pace: 'relaxed',
  project,
};

/** `CleanupPolicy`: the same, of one namespace. */
export const cleanupPolicy: EngineKind = {
  ...clusterCleanupPolicy,
  kind: 'CleanupPolicy',
  plural: 'cleanuppolicies',
};
