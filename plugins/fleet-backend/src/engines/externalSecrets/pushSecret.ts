import type { EngineKind } from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionHealth } from '../conditionHealth';
import { fieldsOf, nameOf, timeOf } from '../fields';
import { recordOf } from '../recordOf';
import { refreshSecondsOf } from './refreshSecondsOf';
import { pushedTo } from './storeOf';

/** Secrets of the cluster that are brought to a store. Source of the facts: `apis/externalsecrets/v1alpha1` of the operator. */
export const pushSecret: EngineKind = {
  group: 'external-secrets.io',
  kind: 'PushSecret',
  plural: 'pushsecrets',
  versions: ['v1alpha1'],
  pace: 'populated',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const { secret } = fieldsOf(spec.selector);
    return [
      {
        type: 'secret-sync',
        ...recordOf(
          'external-secrets',
          object,
          context,
          conditionHealth(object, {
            healthy: 'brought to its store',
            failing: () => 'cannot be brought to its store',
            unknown: 'External Secrets has not taken it up',
          }),
        ),
        direction: 'push',
        store: pushedTo(spec),
        target: nameOf(fieldsOf(secret).name),
        syncedAt: timeOf(fieldsOf(object.status).refreshTime),
        refreshSeconds: refreshSecondsOf(spec),
      },
    ];
  },
};
