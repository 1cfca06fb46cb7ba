import type {
  EngineKind,
  ObjectReference,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNode } from '../claims/claimNode';
import { objectReference } from '../claims/objectReference';
import { fieldsOf, nameOf } from '../fields';
import { clusterApiHealth, isPaused, readyTypeOf } from './clusterApiHealth';

/** Clusters that people ask Cluster API for. */
export const cluster: EngineKind = {
  group: 'cluster.x-k8s.io',
  kind: 'Cluster',
  plural: 'clusters',
  versions: ['v1beta2', 'v1beta1'],
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const { namespace } = object.metadata;
    return [
      claimNode('cluster-api', object, context, {
        claimType: 'cluster-api',
        role: 'claim',
        root: true,
        children: [spec.infrastructureRef, spec.controlPlaneRef]
          .map(reference => providedBy(reference, namespace))
          .filter(reference => reference !== undefined),
        health: clusterApiHealth(object),
        readyType: readyTypeOf(object),
        paused: isPaused(object),
        spec,
      }),
    ];
  },
};

/** v1beta2 names the group of what a provider has, and leaves its version to the provider. */
function providedBy(
  value: unknown,
  namespace: string | undefined,
): ObjectReference | undefined {
  const group = nameOf(fieldsOf(value).apiGroup);
  return objectReference(
    group ? { ...fieldsOf(value), apiVersion: `${group}/` } : value,
    namespace,
  );
}
