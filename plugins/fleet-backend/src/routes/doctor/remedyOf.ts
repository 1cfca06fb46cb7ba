import type { Outcome } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClusterDefinition } from '@fleetcommander/backstage-plugin-fleet-node';

/** What to do about an outcome; `undefined` where nothing is to be done. */
export function remedyOf(
  outcome: Outcome,
  definition: ClusterDefinition | undefined,
): string | undefined {
  const source = definition?.source ?? 'the config';
  const host = hostOf(definition);
  switch (outcome) {
    case 'ok':
    case 'not-installed':
      return undefined;
    case 'pending':
      return 'Nothing yet: it is read at the next poll.';
    case 'not-allowed':
      return 'Give the service read access: apply the manifest below, or deploy/rbac/spoke-reader.yaml.';
    case 'not-signed-in':
      return `Renew the credentials that ${source} names; the service signs in again by itself.`;
    case 'needs-service-identity':
      return `Polling has no user, so ${source} needs an identity of the service: a service account token, a kubeconfig user, or a sign-in of the cloud.`;
    case 'misconfigured':
      return `Correct ${source}.`;
    case 'unreachable':
      return `Check that ${host} answers from where this backend runs: network, DNS, firewall, certificate.`;
    case 'broken-answer':
      return `Check what answers at ${host}: a proxy or a portal in between may not be the API server.`;
    case 'throttled':
      return 'The API server asked for patience and is asked more slowly. If it lasts, give the service a priority level of its own.';
    case 'expired':
      return 'It is listed again by itself.';
    default:
      return undefined;
  }
}

function hostOf(definition: ClusterDefinition | undefined): string {
  return definition && URL.canParse(definition.url)
    ? new URL(definition.url).host
    : 'the API server';
}
