import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Condition } from '../conditionOf';
import { conditionHealth } from '../conditionHealth';
import { fieldsOf, nameOf, timeOf } from '../fields';
import { recordOf } from '../recordOf';
import { refreshSecondsOf } from './refreshSecondsOf';
import { storeOf } from './storeOf';

/**
 * Secrets that are brought from a store. Sources of the facts: `apis/externalsecrets/v1` and `pkg/controllers/externalsecret` of
 * external-secrets/external-secrets, 2.9. `v1beta1` has not been served since May 2025, but older clusters have nothing else.
 */
export const externalSecret: EngineKind = {
  group: 'external-secrets.io',
  kind: 'ExternalSecret',
  plural: 'externalsecrets',
  versions: ['v1', 'v1beta1'],
  pace: 'populated',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    return [
      {
        type: 'secret-sync',
        ...recordOf(
          'external-secrets',
          object,
          context,
          conditionHealth(object, {
            healthy: 'brought from its store',
            failing: wordsFor,
            unknown: 'External Secrets has not taken it up',
          }),
        ),
        direction: 'pull',
        store: storeOf(spec),
        target: nameOf(fieldsOf(spec.target).name) ?? object.metadata.name,
        syncedAt: timeOf(status.refreshTime),
        refreshSeconds: refreshSecondsOf(spec),
      },
    ];
  },
};

function wordsFor({ reason }: Condition): string {
  switch (reason) {
    case 'SecretDeleted':
      return 'is no longer in its store, and was deleted here';
    case 'SecretMissing':
      return 'the Secret that it adds to is not there';
    default:
      return 'cannot be brought from its store';
  }
}
