import type { ClaimNodeRole } from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  EngineKind,
  ObjectReference,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { claimNode } from '../claims/claimNode';
import { controllerOf, objectReference } from '../claims/objectReference';
import { fieldsOf, itemsOf, nameOf, textOf } from '../fields';
import { clusterApiHealth, isPaused, readyTypeOf } from './clusterApiHealth';

/** What a Cluster is made of: it belongs to what controls it, else to the Cluster that is among its owners. */
export function clusterApiNode(
  options: Pick<EngineKind, 'group' | 'kind' | 'plural' | 'versions'> & {
    role: ClaimNodeRole;
    pace?: EngineKind['pace'];
    controlPlane?: boolean;
  },
): EngineKind {
  const { role, controlPlane, ...kind } = options;
  return {
    ...kind,
    project(object, context) {
      // Templates are what others are made from, and never anything themselves.
      if (object.kind.endsWith('Template')) {
        return [];
      }
      const { namespace, ownerReferences } = object.metadata;
      const status = fieldsOf(object.status);
      return [
        claimNode('cluster-api', object, context, {
          claimType: 'cluster-api',
          role,
          root: false,
          children: [],
          parent: within(
            controllerOf(ownerReferences) ?? clusterAmong(ownerReferences),
            namespace,
          ),
          health: clusterApiHealth(object),
          readyType: readyTypeOf(object),
          paused: isPaused(object),
          ...(controlPlane && {
            controlPlane,
            clusterVersion: nameOf(status.version),
          }),
        }),
      ];
    },
  };
}

function clusterAmong(owners: unknown): ObjectReference | undefined {
  return itemsOf(owners)
    .map(owner => objectReference(owner))
    .find(
      owner =>
        owner?.kind === 'Cluster' &&
        textOf(owner.apiVersion)?.startsWith('cluster.x-k8s.io/'),
    );
}

/** All that belongs to a Cluster lies in its namespace. */
function within(
  owner: ObjectReference | undefined,
  namespace: string | undefined,
): ObjectReference | undefined {
  return owner && { ...owner, namespace };
}
