import { parseAllDocuments } from 'yaml';
import { fluxWebhookOf } from './fluxWebhookOf';

const given = {
  cluster: 'prod-1',
  configured: true,
  address: 'https://portal.example.org/api/fleet/webhooks/flux/prod-1',
  counts: [],
  delivering: [
    { kind: 'HelmRelease', namespace: 'web' },
    { kind: 'Kustomization', namespace: 'flux-system' },
  ],
};
const lastAt = '2026-11-20T12:00:00.000Z';

describe('the webhook of Flux in the doctor', () => {
  it('has the manifests that make it, for all namespaces that have applications', () => {
    const { manifest, config } = fluxWebhookOf(given);
    const [provider, alert] = parseAllDocuments(manifest).map(document =>
      document.toJS(),
    );
    expect(provider).toMatchObject({
      kind: 'Provider',
      metadata: { namespace: 'flux-system' },
      spec: {
        type: 'generic-hmac',
        address: given.address,
        secretRef: { name: 'fleet-commander-webhook' },
      },
    });
    expect(alert).toMatchObject({
      kind: 'Alert',
      spec: {
        providerRef: { name: provider.metadata.name },
        eventSources: [
          { kind: 'HelmRelease', name: '*', namespace: 'web' },
          { kind: 'Kustomization', name: '*', namespace: 'flux-system' },
        ],
      },
    });
    expect(config).toBeUndefined();
    expect(
      fluxWebhookOf({ ...given, cluster: 'arn:prod-1', configured: false })
        .config,
    ).toContain('${FLUX_WEBHOOK_SECRET_ARN_PROD_1}');
  });

  it('says what came, what was refused, and why', () => {
    expect(
      fluxWebhookOf({
        ...given,
        counts: [
          { cluster: 'prod-1', outcome: 'accepted', count: 7, lastAt },
          { cluster: 'prod-1', outcome: 'bad-signature', count: 2, lastAt },
          { cluster: '', outcome: 'unknown-cluster', count: 1, lastAt },
        ],
      }),
    ).toMatchObject({
      accepted: 7,
      acceptedAt: lastAt,
      refused: [
        {
          outcome: 'bad-signature',
          message: expect.stringContaining('generic-hmac'),
          count: 2,
        },
        { outcome: 'unknown-cluster', count: 1 },
      ],
    });
  });
});
