import type {
  Policy,
  PolicyCoverage,
  PolicyCoverageCell,
  PolicyException,
  PolicyResult,
  PolicyStanding,
} from '@fleetcommander/backstage-plugin-fleet-common';

const fresh = { observedAt: '2026-11-20T10:00:00Z', stale: false };
const old = {
  observedAt: '2026-11-20T08:00:00Z',
  stale: true,
  reason: 'unreachable since 08:00',
};

const privilegedName = {
  id: 'kyverno:ClusterPolicy::disallow-privileged-containers',
  engine: 'kyverno',
  kind: 'ClusterPolicy',
  name: 'disallow-privileged-containers',
  title: 'Disallow Privileged Containers',
};

/** Web in production runs a privileged container. */
export function result(
  id: string,
  other: Partial<PolicyResult> = {},
): PolicyResult {
  return {
    id,
    policy: privilegedName,
    rule: 'privileged-containers',
    verdict: 'fail',
    severity: 'high',
    category: 'Pod Security Standards (Baseline)',
    source: 'kyverno',
    mode: 'enforce',
    cluster: 'prod-us-east-1',
    environment: 'production',
    resource: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'web',
    },
    message: 'Privileged mode is disallowed.',
    field: 'spec.containers[0].securityContext.privileged',
    remedy:
      'Set spec.containers[0].securityContext.privileged to false, or leave it out.',
    since: '2026-11-18T10:00:00Z',
    firstSince: '2026-11-12T10:00:00Z',
    times: 2,
    applicationId: 'prod-us-east-1.kustomization.apps.web',
    entityRefs: ['component:default/web'],
    ownerRefs: ['group:default/shop'],
    freshness: fresh,
    ...other,
  };
}

export const privileged = result('privileged', {
  severity: 'critical',
  clusters: ['prod-eu-west-1', 'prod-us-east-1'],
});

/** On a cluster that does not answer, and of nobody. */
export const latest = result('latest', {
  policy: {
    ...privilegedName,
    id: 'kyverno:ClusterPolicy::disallow-latest-tag',
    name: 'disallow-latest-tag',
    title: 'Disallow Latest Tag',
  },
  mode: 'audit',
  severity: 'medium',
  cluster: 'stg-eu-west-1',
  environment: 'staging',
  resource: { kind: 'Deployment', namespace: 'search', name: 'indexer' },
  field: undefined,
  remedy: 'Name a version of the image.',
  entityRefs: [],
  ownerRefs: [],
  freshness: old,
});

export const over = result('over', {
  endedAt: '2026-11-19T10:00:00Z',
  resource: { kind: 'Deployment', namespace: 'shop', name: 'cart' },
});

export const description = 'Privileged containers share all of their host.';

export const policy: Policy = {
  ...privilegedName,
  type: 'validate',
  description,
  severity: 'high',
  category: 'Pod Security Standards (Baseline)',
  controls: ['disallow-privileged-containers'],
  clusters: { enforce: 1, audit: 1 },
  versions: 1,
  failing: 1,
  oldestSince: '2026-11-18T10:00:00Z',
  exceptions: 1,
};

const enforced: PolicyStanding = {
  cluster: 'prod-us-east-1',
  entityRef: 'resource:default/prod-us-east-1',
  environment: 'production',
  state: 'enforce',
  summary: 'enforces',
  bindings: [{ mode: 'enforce', word: 'Enforce' }],
  failing: 1,
  freshness: fresh,
};

export const standings: PolicyStanding[] = [
  enforced,
  {
    ...enforced,
    cluster: 'prod-eu-west-1',
    state: 'audit',
    summary: 'audits only',
    bindings: [{ mode: 'audit', word: 'dryrun', where: 'in namespace shop' }],
    failing: 0,
  },
];

export const exception: PolicyException = {
  id: 'node-exporter',
  engine: 'kyverno',
  kind: 'PolicyException',
  cluster: 'prod-us-east-1',
  environment: 'production',
  namespace: 'monitoring',
  name: 'node-exporter',
  policies: [{ name: 'disallow-host-path', rules: ['host-path'] }],
  scope: 'DaemonSet node-exporter in monitoring',
  reason: 'It reads the host’s metrics.',
  owner: 'team-sre',
  expiresAt: '2026-11-27T10:00:00Z',
  state: 'expiring',
  summary: 'expires in 6 days; then 1 that it lets through breaks the policy',
  letsThrough: 1,
  file: {
    title: 'exceptions/node-exporter.yaml',
    url: 'https://git.example.org/acme/apps/blob/main/exceptions/node-exporter.yaml',
  },
  ownerRefs: ['group:default/sre'],
  freshness: fresh,
};

const cells: [string, string, Partial<PolicyCoverageCell>][] = [
  ['stg-eu-west-1', 'staging', {}],
  ['prod-us-east-1', 'production', {}],
  [
    'prod-eu-west-1',
    'production',
    {
      policies: [
        {
          id: 'gatekeeper:K8sPSPPrivilegedContainer::privileged',
          engine: 'gatekeeper',
          kind: 'K8sPSPPrivilegedContainer',
          name: 'privileged',
          title: 'privileged',
          word: 'deny',
        },
      ],
    },
  ],
  [
    'prod-ap-south-1',
    'production',
    {
      state: 'audit',
      summary: 'audits only',
      demanded: 'enforce',
      deviation: 'audits what production must enforce',
    },
  ],
];

/** One control that three of four clusters enforce, one by another engine. */
export const coverage: PolicyCoverage = {
  columns: cells.map(([cluster, environment]) => ({
    cluster,
    entityRef: `resource:default/${cluster}`,
    environment,
    engines: ['kyverno'],
    deviations: 0,
    freshness: environment === 'staging' ? old : fresh,
  })),
  totalColumns: cells.length,
  items: [
    {
      id: 'disallow-privileged-containers',
      title: 'Disallow privileged containers',
      description: 'No container runs privileged.',
      type: 'control',
      engines: ['gatekeeper', 'kyverno'],
      severity: 'high',
      deviations: 1,
      cells: cells.map(([cluster, , cell]) => ({
        cluster,
        state: 'enforce',
        summary: 'enforces',
        policies: [{ ...privilegedName, word: 'Enforce' }],
        failing: 0,
        ...cell,
      })),
    },
  ],
  totalItems: 1,
  deviations: 1,
  pageInfo: {},
};
