import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionHealth } from '../conditionHealth';
import { fieldsOf, itemsOf, nameOf } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { pushedTo, storeOf } from './storeOf';

/** Kinds that make a secret's object in many namespaces. These are listed by themselves, and say when they were brought. */
export const clusterWide: readonly EngineKind[] = [
  {
    group: 'external-secrets.io',
    kind: 'ClusterExternalSecret',
    plural: 'clusterexternalsecrets',
    versions: ['v1', 'v1beta1'],
    pace: 'populated',
    project(object, context) {
      const spec = fieldsOf(object.spec);
      return [
        {
          type: 'secret-sync',
          ...recordOf('external-secrets', object, context, healthOf(object)),
          direction: 'pull',
          store: storeOf(fieldsOf(spec.externalSecretSpec)),
          target: nameOf(spec.externalSecretName) ?? object.metadata.name,
        },
      ];
    },
  },
  {
    group: 'external-secrets.io',
    kind: 'ClusterPushSecret',
    plural: 'clusterpushsecrets',
    versions: ['v1alpha1'],
    pace: 'populated',
    project(object, context) {
      const spec = fieldsOf(object.spec);
      return [
        {
          type: 'secret-sync',
          ...recordOf('external-secrets', object, context, healthOf(object)),
          direction: 'push',
          store: pushedTo(fieldsOf(spec.pushSecretSpec)),
          target: nameOf(spec.pushSecretName) ?? object.metadata.name,
        },
      ];
    },
  },
];

function healthOf(object: KubernetesObject): Health {
  const status = fieldsOf(object.status);
  const failed = itemsOf(status.failedNamespaces).map(fieldsOf);
  const provisioned = itemsOf(status.provisionedNamespaces).length;
  const health = conditionHealth(object, {
    healthy: `is in ${provisioned} namespaces`,
    failing: () => 'cannot be made everywhere',
    unknown: 'External Secrets has not taken it up',
  });
  const [first] = failed;
  return first
    ? {
        ...health,
        state: provisioned > 0 ? 'degraded' : 'failing',
        summary: `cannot be made in ${
          nameOf(first.namespace) ?? 'a namespace'
        }${failed.length > 1 ? ` and ${failed.length - 1} more` : ''}`,
        message: nameOf(first.reason) ?? health.message,
      }
    : health;
}
