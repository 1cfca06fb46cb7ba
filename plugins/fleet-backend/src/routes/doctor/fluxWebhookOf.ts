import type { FluxWebhook } from '@fleetcommander/backstage-plugin-fleet-common';
import { stringify } from 'yaml';
import type { WebhookCount } from '../../store/FleetWebhookStore';
import { alertManifest, fluxNamespace, secretName } from './alertManifest';
import { whyRefused } from './whyRefused';

/** How the Flux of a cluster is to tell what it does, and whether it does so. */
export function fluxWebhookOf(options: {
  cluster: string;
  configured: boolean;
  address: string;
  counts: readonly WebhookCount[];
  /** Kinds of applications, and namespaces that have any. */
  delivering: readonly { kind: string; namespace: string }[];
}): FluxWebhook {
  const { cluster, configured, address, counts, delivering } = options;
  const accepted = counts.find(({ outcome }) => outcome === 'accepted');
  return {
    configured,
    address,
    accepted: accepted?.count ?? 0,
    acceptedAt: accepted?.lastAt,
    refused: counts.flatMap(({ outcome, count, lastAt }) =>
      outcome === 'accepted'
        ? []
        : [{ outcome, message: whyRefused(outcome), count, lastAt }],
    ),
    secretCommand: `kubectl --namespace ${fluxNamespace} create secret generic ${secretName} --from-literal=token=THE-SECRET`,
    config: configured
      ? undefined
      : stringify({
          fleet: {
            webhooks: {
              flux: [{ cluster, secret: `\${${secretVariable(cluster)}}` }],
            },
          },
        }),
    manifest: alertManifest({ address, delivering }),
  };
}

/** No two clusters share a secret. */
function secretVariable(cluster: string): string {
  return `FLUX_WEBHOOK_SECRET_${cluster
    .toLocaleUpperCase('en-US')
    .replace(/[^A-Z0-9]+/g, '_')}`;
}
