import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { conditionHealth } from '../conditionHealth';
import { engineObjectKind } from '../engineObjectKind';
import { explain } from '../explain';
import { issuerOf } from './issuerOf';

/** One attempt to have a certificate. Neither what is asked nor what came of it is kept. */
export const certificateRequest = engineObjectKind({
  engine: 'cert-manager',
  group: 'cert-manager.io',
  kind: 'CertificateRequest',
  plural: 'certificaterequests',
  versions: ['v1'],
  healthOf(object) {
    const conditions = conditionsOf(object.status);
    const denied = conditionOf(conditions, 'Denied');
    const invalid = conditionOf(conditions, 'InvalidRequest');
    const refused = [denied, invalid].find(each => each?.status === 'True');
    if (refused) {
      return {
        state: 'failing',
        summary: explain('was refused', refused.message),
        ...toldBy(refused),
      };
    }
    const ready = conditionOf(conditions, 'Ready');
    return ready?.reason === 'Pending'
      ? {
          state: 'progressing',
          summary: explain('waits for its issuer', ready.message),
          ...toldBy(ready),
        }
      : conditionHealth(object, {
          healthy: 'was issued',
          failing: () => 'was not issued',
          unknown: 'waits for approval',
        });
  },
  detailsOf: ({ spec }) => ({ issuer: issuerOf(spec) }),
});
