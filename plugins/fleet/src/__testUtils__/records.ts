import type {
  Application,
  Canary,
  Certificate,
  Cluster,
  SecretSync,
  Workload,
} from '@fleetcommander/backstage-plugin-fleet-common';

const fresh = { observedAt: '2026-11-20T10:00:00Z', stale: false };

export function cluster(name: string, other: Partial<Cluster> = {}): Cluster {
  return {
    name,
    entityRef: `resource:default/${name}`,
    hub: false,
    source: 'fleet.clusters.kubeconfig',
    labels: {},
    environment: 'production',
    region: 'eu-west-1',
    provider: 'aws',
    state: 'healthy',
    summary: 'answers, all nodes ready',
    reachability: { outcome: 'ok', lastContactAt: fresh.observedAt },
    version: 'v1.34.2',
    nodes: { total: 3, ready: 3, pressure: 0 },
    capacity: { cpuCores: 12, memoryBytes: 48 * 1024 ** 3, pods: 330 },
    engines: [
      {
        name: 'flux',
        installed: true,
        version: 'v2.7.5',
        state: 'healthy',
        summary: 'all controllers ready',
      },
    ],
    applications: { healthy: 2, failing: 1 },
    workloads: { healthy: 3 },
    namespaces: 8,
    freshness: fresh,
    links: [],
    ...other,
  };
}

export function application(
  name: string,
  other: Partial<Application> = {},
): Application {
  const home = other.cluster ?? 'prod-eu-west-1';
  return {
    id: `${home}.kustomization.apps.${name}`,
    engine: 'flux',
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    cluster: home,
    targetCluster: home,
    namespace: 'flux-system',
    targetNamespace: 'apps',
    environment: 'production',
    region: 'eu-west-1',
    name,
    state: 'healthy',
    summary: 'applied and ready',
    since: '2026-11-19T10:00:00Z',
    deliveryKey: name,
    deliveryKeyBasis: 'entity',
    entityRefs: [`component:default/${name}`],
    ownerRefs: ['group:default/pay'],
    shared: false,
    suspended: false,
    deleting: false,
    automated: true,
    version: '1.4.2',
    revision: 'main@sha1:0123456789abcdef0123456789abcdef01234567',
    sources: [
      {
        type: 'git',
        name: 'apps',
        url: 'https://git.example.org/acme/apps',
        path: `./apps/${name}/overlays/production`,
        ref: 'main',
        link: 'https://git.example.org/acme/apps/commit/0123456789abcdef',
      },
    ],
    images: [`registry.example.org/${name}:1.4.2`],
    resourceCount: 2,
    freshness: fresh,
    links: [{ title: 'Logs', url: 'https://logs.example.org/' }],
    ...other,
  };
}

export function workload(
  owner: Application,
  other: Partial<Workload> = {},
): Workload {
  return {
    id: `${owner.cluster}.deployment.apps.${owner.name}`,
    engine: 'kubernetes',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    cluster: owner.targetCluster ?? owner.cluster,
    namespace: 'apps',
    environment: owner.environment,
    region: owner.region,
    name: owner.name,
    state: owner.state,
    summary: owner.summary,
    applicationId: owner.id,
    entityRefs: owner.entityRefs,
    images: [
      {
        container: 'main',
        image: `registry.example.org/${owner.name}:${owner.version}`,
      },
    ],
    version: owner.version,
    desired: 3,
    ready: owner.state === 'healthy' ? 3 : 1,
    freshness: fresh,
    ...other,
  };
}

export function secretSync(other: Partial<SecretSync> = {}): SecretSync {
  const { name = 'database' } = other;
  return {
    id: `prod-eu-west-1.secret.${name}`,
    cluster: 'prod-eu-west-1',
    environment: 'production',
    engine: 'external-secrets',
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    namespace: 'apps',
    name,
    state: 'healthy',
    summary: 'brought from its store',
    direction: 'pull',
    store: 'ClusterSecretStore/vault',
    provider: 'vault',
    target: name,
    syncedAt: '2026-11-20T10:00:00Z',
    refreshSeconds: 900,
    late: false,
    entityRefs: ['component:default/checkout'],
    ownerRefs: ['group:default/team-pay'],
    freshness: fresh,
    ...other,
  };
}

export function certificate(other: Partial<Certificate> = {}): Certificate {
  const { name = 'shop' } = other;
  return {
    id: `prod-eu-west-1.certificate.${name}`,
    cluster: 'prod-eu-west-1',
    environment: 'production',
    engine: 'cert-manager',
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    namespace: 'apps',
    name,
    state: 'healthy',
    summary: 'is good',
    names: [`${name}.example.org`],
    issuer: 'ClusterIssuer/letsencrypt',
    target: `${name}-tls`,
    notAfter: '2126-11-20T10:00:00Z',
    renewalAt: '2126-10-20T10:00:00Z',
    entityRefs: ['component:default/checkout'],
    ownerRefs: ['group:default/team-pay'],
    freshness: fresh,
    ...other,
  };
}

export function canary(other: Partial<Canary> = {}): Canary {
  return {
    id: 'prod-eu-west-1.canary.checkout',
    engine: 'flagger',
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    cluster: 'prod-eu-west-1',
    namespace: 'apps',
    name: 'checkout',
    state: 'progressing',
    summary: 'its new version gets 20 % of the traffic',
    phase: 'Progressing',
    target: 'Deployment/checkout',
    weight: 20,
    maxWeight: 60,
    step: 1,
    steps: 3,
    failedChecks: 1,
    threshold: 2,
    metrics: [
      {
        name: 'request-success-rate',
        threshold: 'at least 99 %',
        interval: '1m',
      },
    ],
    wanted: '1.5.0',
    running: '1.4.2',
    freshness: fresh,
    ...other,
  };
}
