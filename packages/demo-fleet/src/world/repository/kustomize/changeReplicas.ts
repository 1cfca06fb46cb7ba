import { BuildError } from './BuildError';
import { identitiesOf, Resource } from './Resource';

const scalable = [
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
];

/** How many pods workloads have, by their names. */
export function changeReplicas(
  resources: readonly Resource[],
  changes: readonly { name: string; count: number }[],
): void {
  for (const { name, count } of changes) {
    const found = resources.filter(
      resource =>
        scalable.includes(resource.object.kind) &&
        identitiesOf(resource).some(identity => identity.name === name),
    );
    if (found.length === 0) {
      throw new BuildError(
        `resource with name ${name} does not match a config with the following GVK [${scalable.join(
          ' ',
        )}]`,
      );
    }
    for (const { object } of found) {
      object.spec = { ...(object.spec as object), replicas: count };
    }
  }
}
