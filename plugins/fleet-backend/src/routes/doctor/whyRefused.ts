import type { WebhookOutcome } from '../../store/FleetWebhookStore';

/** Why webhooks were refused, and what to do about it. */
export function whyRefused(
  outcome: Exclude<WebhookOutcome, 'accepted'>,
): string {
  switch (outcome) {
    case 'unknown-cluster':
      return 'They named a cluster that nobody knows, not necessarily this one: compare the address of the Provider with the one below.';
    case 'not-in-fleet':
      return 'A secret is configured, but no source names the cluster.';
    case 'not-configured':
      return 'No secret is configured for this cluster: add one to fleet.webhooks.flux.';
    case 'bad-signature':
      return 'They were not signed with the secret of this cluster: compare the token in the Secret with fleet.webhooks.flux. The Provider has to be of type generic-hmac.';
    case 'malformed':
      return 'They were signed, and no events of Flux.';
    case 'out-of-time':
      return 'They were more than ten minutes old, or ahead: check the clock of the cluster.';
    case 'replayed':
      return 'They had come before: Flux sends again what it got no answer to, or somebody repeats what they have overheard.';
    default:
      return 'There were more than are taken in half an hour: have the Alert send the events of Kustomizations and HelmReleases only.';
  }
}
