import type {
  EngineKind,
  KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { conditionHealth } from '../conditionHealth';
import { conditionOf, conditionsOf, toldBy } from '../conditionOf';
import { explain } from '../explain';
import { countOf, fieldsOf, nameOf, textOf, textsOf, timeOf } from '../fields';
import { recordOf, type Health } from '../recordOf';
import { issuerOf } from './issuerOf';

/**
 * Certificates. Source of the facts: `pkg/apis/certmanager/v1` of cert-manager/cert-manager, 1.21. Whether one is about to expire the
 * clock decides, and not its object: what lists it judges that.
 */
export const certificate: EngineKind = {
  group: 'cert-manager.io',
  kind: 'Certificate',
  plural: 'certificates',
  versions: ['v1'],
  pace: 'populated',
  project(object, context) {
    const spec = fieldsOf(object.spec);
    const status = fieldsOf(object.status);
    const hosts = [
      textOf(spec.commonName),
      ...textsOf(spec.dnsNames),
      ...textsOf(spec.ipAddresses),
      ...textsOf(spec.uris),
    ].flatMap(name => name ?? []);
    return [
      {
        type: 'certificate',
        ...recordOf('cert-manager', object, context, healthOf(object)),
        names: [...new Set(hosts)],
        issuer: issuerOf(spec),
        target: nameOf(spec.secretName),
        notAfter: timeOf(status.notAfter),
        // Absent where renewal is turned off: nothing is due then, and it simply ends.
        renewalAt: timeOf(status.renewalTime),
        failedAttempts: countOf(status.failedIssuanceAttempts) || undefined,
        lastFailureAt: timeOf(status.lastFailureTime),
        revision: countOf(status.revision) || undefined,
      },
    ];
  },
};

/** One that is good while its successor cannot be had is no outage yet. */
function healthOf(object: KubernetesObject): Health {
  const issuing = conditionOf(conditionsOf(object.status), 'Issuing');
  const health = conditionHealth(object, {
    healthy: 'is good',
    failing: () => 'there is none',
    unknown: 'cert-manager has not taken it up',
  });
  const attempts = countOf(fieldsOf(object.status).failedIssuanceAttempts);
  const isTried = issuing?.status === 'True' && health.state !== 'healthy';
  if (isTried && attempts === 0) {
    return {
      state: 'progressing',
      summary: explain('is being issued', issuing.message),
      ...toldBy(issuing),
    };
  }
  if (attempts === 0 || health.state === 'progressing') {
    return health;
  }
  const words =
    health.state === 'healthy' ? 'cannot be renewed' : 'cannot be issued';
  return {
    state: health.state === 'healthy' ? 'degraded' : 'failing',
    summary: explain(`${words}, ${attempts} attempts`, issuing?.message),
    ...toldBy(issuing),
  };
}
