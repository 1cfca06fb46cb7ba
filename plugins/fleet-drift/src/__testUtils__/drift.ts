import type {
  Application,
  Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';

const fresh = { observedAt: '2026-11-20T10:00:00Z', stale: false };

export const web: Application = {
  id: 'prod-us-east-1.kustomization.apps.web',
  engine: 'flux',
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  cluster: 'prod-us-east-1',
  targetCluster: 'prod-us-east-1',
  namespace: 'flux-system',
  environment: 'production',
  name: 'web',
  state: 'healthy',
  summary: 'applied and ready',
  deliveryKey: 'web',
  deliveryKeyBasis: 'entity',
  entityRefs: ['component:default/web'],
  ownerRefs: ['group:default/shop'],
  shared: false,
  suspended: false,
  deleting: false,
  automated: true,
  sources: [
    {
      type: 'git',
      name: 'apps',
      url: 'https://git.example.org/acme/apps',
      path: './apps/web/overlays/production',
      link: 'https://git.example.org/acme/apps/commit/0123456789abcdef',
    },
  ],
  images: [],
  resourceCount: 2,
  freshness: fresh,
  links: [],
};

/** A hand edit to the replicas of web in production, for the third time. */
export function drift(id: string, other: Partial<Drift> = {}): Drift {
  return {
    id,
    kind: 'override',
    severity: 'high',
    summary:
      '.spec.replicas of Deployment web was changed from 3 to 5 by kubectl-edit.',
    remedy: 'Wait for it to be undone, or write the live value into Git.',
    correction: {
      expected: true,
      by: 'Flux',
      reason: 'Flux will undo it when it reconciles next, every 10 minutes.',
    },
    cluster: 'prod-us-east-1',
    targetCluster: 'prod-us-east-1',
    environment: 'production',
    region: 'us-east-1',
    title: 'web',
    application: {
      id: web.id,
      engine: web.engine,
      kind: web.kind,
      cluster: web.cluster,
      namespace: web.namespace,
      name: web.name,
    },
    object: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
    path: '.spec.replicas',
    from: '3',
    to: '5',
    manager: 'kubectl-edit',
    operation: 'Update',
    since: '2026-11-20T09:54:00Z',
    firstSince: '2026-11-12T09:10:00Z',
    times: 3,
    episodes: [
      { since: '2026-11-18T09:00:00Z', endedAt: '2026-11-18T09:07:00Z' },
      { since: '2026-11-12T09:10:00Z', endedAt: '2026-11-12T09:18:00Z' },
    ],
    entityRefs: ['component:default/web'],
    ownerRefs: ['group:default/shop'],
    freshness: fresh,
    ...other,
  };
}

export const replicas = drift('replicas');

/** Removed by nobody knows whom, and nobody puts it back. */
export const memory = drift('memory', {
  severity: 'critical',
  summary:
    '.spec.template.spec.containers[?(@.name=="app")].resources.limits of Deployment search was removed; which client did it cannot be known.',
  title: 'search',
  application: undefined,
  object: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'search' },
  path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits',
  from: '{"cpu":"1","memory":"512Mi","ephemeral-storage":"2Gi"}',
  to: undefined,
  manager: undefined,
  operation: undefined,
  correction: {
    expected: false,
    reason: 'Nobody corrects it: the application is suspended.',
  },
  times: 1,
  episodes: [],
  entityRefs: [],
  ownerRefs: [],
  freshness: {
    observedAt: '2026-11-20T08:00:00Z',
    stale: true,
    reason: 'unreachable since 08:00, connection refused',
  },
});

export const suspended = drift('suspended', {
  kind: 'frozen',
  severity: 'medium',
  summary: 'It is suspended: changes in Git do not arrive.',
  remedy: 'Resume the application.',
  correction: { expected: false, reason: 'A person suspended it.' },
  cluster: 'stg-eu-west-1',
  environment: 'staging',
  object: undefined,
  path: undefined,
  from: undefined,
  to: undefined,
  manager: undefined,
  times: 1,
  episodes: [],
});

export const over = drift('over', {
  kind: 'behind',
  severity: 'low',
  summary: 'Git moved on, and the cluster had not.',
  title: 'docs',
  path: undefined,
  manager: undefined,
  endedAt: '2026-11-20T10:04:00Z',
  times: 1,
  episodes: [],
});
