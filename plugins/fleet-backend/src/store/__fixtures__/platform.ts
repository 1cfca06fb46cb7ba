import type {
  CertificateRecord,
  EngineObjectRecord,
  SecretSyncRecord,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** ExternalSecret `database` of namespace web, brought each hour. */
export function externalSecret(
  given: Partial<SecretSyncRecord> = {},
): SecretSyncRecord {
  return {
    type: 'secret-sync',
    engine: 'external-secrets',
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    namespace: 'web',
    name: 'database',
    state: 'healthy',
    summary: 'brought from its store',
    reason: 'SecretSynced',
    direction: 'pull',
    store: 'ClusterSecretStore/vault',
    target: 'database',
    refreshSeconds: 3600,
    syncedAt: '2026-11-20T11:30:00Z',
    ...given,
  };
}

export function secretStore(
  given: Partial<EngineObjectRecord> = {},
): EngineObjectRecord {
  return {
    type: 'engine-object',
    engine: 'external-secrets',
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    name: 'vault',
    state: 'healthy',
    summary: 'can be asked',
    suspended: false,
    details: { provider: 'vault' },
    ...given,
  };
}

/** Certificate `web` of namespace web, good for two months. */
export function certificate(
  given: Partial<CertificateRecord> = {},
): CertificateRecord {
  return {
    type: 'certificate',
    engine: 'cert-manager',
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    namespace: 'web',
    name: 'web',
    state: 'healthy',
    summary: 'is good',
    names: ['web.example.org'],
    issuer: 'ClusterIssuer/letsencrypt',
    target: 'web-tls',
    notAfter: '2027-01-20T12:00:00Z',
    renewalAt: '2026-12-21T12:00:00Z',
    revision: 1,
    ...given,
  };
}
