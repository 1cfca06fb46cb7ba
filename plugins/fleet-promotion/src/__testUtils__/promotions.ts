import type {
  Freeze,
  GateVerdict,
  Move,
  Pipeline,
  PipelineStage,
  PipelineSummary,
  Promotion,
  PromotionEvent,
  PromotionPlan,
  PromotionStatistics,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';

const fresh = { observedAt: '2026-11-20T10:00:00Z', stale: false };

const whose = {
  pipelineId: 'p1',
  application: 'bookings',
  entityRefs: ['component:default/bookings'],
  ownerRefs: ['group:default/team-travel'],
};

export const move: Move = {
  kind: 'image',
  name: 'web',
  from: '1.4.2',
  to: '1.5.0',
  summary: 'image web 1.4.2 → 1.5.0',
  url: 'https://git.example.org/travel/bookings/compare/1.4.2...1.5.0',
  commits: 4,
};

const soak: GateVerdict = {
  gate: 'soak',
  title: 'Soak time',
  state: 'passed',
  summary: 'Healthy in staging for 2 h, of 30 min',
  at: '2026-11-20T10:00:00Z',
  waitsFor: [],
  evidence: [],
};

const approvals: GateVerdict = {
  gate: 'approvals',
  title: 'Approvals',
  state: 'waiting',
  summary: '0 of 1 approval from team travel; ada asked for it and cannot',
  url: 'https://git.example.org/platform/fleet/pulls/42',
  waitsFor: ['team:travel', 'group:default/team-travel', 'grace'],
  evidence: [
    {
      summary: 'ada is the requester',
      url: 'https://git.example.org/ada',
      at: '2026-11-20T09:00:00Z',
    },
    { summary: 'odd', url: 'data:text/html,no' },
  ],
};

const signed: GateVerdict = {
  gate: 'signed-commits',
  title: 'Signed commits',
  state: 'unknown',
  summary: 'The Git host does not let us read signatures',
  waitsFor: [],
  evidence: [],
};

/** A cluster of production that runs what Git says. */
export function cluster(
  name: string,
  other: Partial<StageCluster> = {},
): StageCluster {
  return {
    cluster: name,
    wave: 0,
    applicationId: `${name}.kustomization.apps.bookings`,
    engine: 'flux',
    state: 'healthy',
    summary: 'applied',
    running: [{ kind: 'image', name: 'web', version: '1.4.2' }],
    appliedAt: '2026-11-20T09:00:00Z',
    agrees: true,
    freshness: fresh,
    ...other,
  };
}

const failingCanary: StageCluster['canary'] = {
  id: 'canary',
  cluster: 'prod-us-east-1',
  engine: 'flagger',
  apiVersion: 'flagger.app/v1beta1',
  kind: 'Canary',
  namespace: 'travel',
  name: 'bookings',
  state: 'progressing',
  summary: 'request-success-rate 91 % is below 99 %',
  weight: 20,
  maxWeight: 50,
  failedChecks: 2,
  threshold: 5,
  freshness: fresh,
};

export const promotion: Promotion = {
  id: 'bookings-production-42',
  ...whose,
  action: 'promote',
  from: 'staging',
  to: 'production',
  environment: 'production',
  state: 'waiting',
  summary: 'waits for 1 approval',
  waitsFor: ['team:travel', 'group:default/team-travel', 'grace'],
  version: '1.5.0',
  moves: [move],
  requester: 'user:default/ada',
  gates: [soak, approvals, signed],
  enforcement: 'not-required',
  waves: [
    {
      title: 'us-east-1',
      state: 'open',
      summary: 'pull request #42 is open',
      clusters: [cluster('prod-us-east-1')],
    },
    {
      title: 'the rest',
      state: 'waiting',
      summary: 'after us-east-1',
      clusters: [cluster('prod-eu-west-1', { wave: 1 })],
    },
  ],
  pullRequest: {
    url: 'https://git.example.org/platform/fleet/pulls/42',
    repository: 'https://git.example.org/platform/fleet',
    number: 42,
    title: 'Promote bookings to production',
    state: 'open',
    draft: false,
    branch: 'fleet/promote/bookings+production',
    author: 'fleet-bot',
    requester: 'user:default/ada',
    createdAt: '2026-11-20T09:00:00Z',
    approvals: 0,
    approvers: [],
    changesRequested: 0,
    checks: { passed: 5, failed: 0, pending: 0 },
    summary: 'waits for 1 approval',
  },
  createdAt: '2026-11-20T09:00:00Z',
};

/** Of another team, after its merge: a canary made it fail. */
export const failed: Promotion = {
  ...promotion,
  id: 'pricing-production-41',
  application: 'pricing',
  ownerRefs: ['group:default/team-pay'],
  state: 'failed',
  summary: 'the canary of prod-us-east-1 failed',
  waitsFor: [],
  gates: [soak],
  enforcement: 'required',
  waves: [
    {
      title: 'us-east-1',
      state: 'failed',
      summary: 'the canary failed',
      clusters: [cluster('prod-us-east-1', { canary: failingCanary })],
    },
  ],
  rollback: { offered: true },
  mergedAt: '2026-11-20T09:30:00Z',
};

export const done: Promotion = {
  ...promotion,
  id: 'tickets-staging-40',
  application: '=HYPERLINK("http://evil")',
  to: 'staging',
  from: 'development',
  state: 'done',
  summary: 'runs on every cluster',
  waitsFor: [],
  endedAt: '2026-11-20T09:40:00Z',
  leadSeconds: 2400,
};

export const freeze: Freeze = {
  id: 'weekend',
  title: 'Weekend',
  reason: 'Nobody is there to look',
  environments: ['production'],
  applications: ['*'],
  from: new Date(Date.now() - 3_600_000).toISOString(),
  until: new Date(Date.now() + 3_600_000).toISOString(),
  timeZone: 'Europe/Vienna',
  cron: '0 18 * * 5',
  active: true,
  url: 'https://git.example.org/platform/fleet/src/branch/main/freezes.yaml',
  setBy: 'grace',
};

function stage(
  name: string,
  other: Partial<PipelineStage> = {},
): PipelineStage {
  return {
    name,
    title: name,
    environment: name,
    after: [],
    version: '1.4.2',
    versions: ['1.4.2'],
    since: '2026-11-17T10:00:00Z',
    state: 'healthy',
    summary: 'runs everywhere',
    waves: [],
    overlays: [
      {
        path: `apps/bookings/overlays/${name}`,
        branch: 'main',
        artifacts: [],
        notUnderstood: [],
      },
    ],
    clusters: [],
    lacks: [],
    gates: [],
    enforcement: 'required',
    automation: [],
    mayPromote: true,
    ...other,
  };
}

export const pipeline: Pipeline = {
  id: 'p1',
  pipelineId: 'p1',
  application: 'bookings',
  entityRefs: whose.entityRefs,
  ownerRefs: whose.ownerRefs,
  pipeline: 'standard',
  title: 'Standard',
  repository: 'https://git.example.org/platform/fleet',
  layout: 'overlays',
  problems: [],
  freshness: fresh,
  stages: [
    stage('development', {
      version: '1.5.0',
      versions: ['1.5.0'],
      clusters: [
        cluster('dev-eu-west-1', {
          running: [{ kind: 'image', name: 'web', version: '1.5.0' }],
        }),
      ],
      overlays: [
        {
          path: 'apps/bookings/overlays/development',
          branch: 'main',
          artifacts: [
            {
              kind: 'image',
              name: 'web',
              version: '1.5.0',
              origin: 'images',
              path: 'apps/bookings/overlays/development/kustomization.yaml',
              line: 9,
            },
          ],
          notUnderstood: [
            {
              path: 'apps/bookings/overlays/development/patch.yaml',
              line: 3,
              message: 'a JSON patch of the image',
            },
          ],
        },
      ],
      automation: [
        {
          image: 'web',
          current: '1.5.0',
          next: '1.5.1',
          policy: 'semver 1.x',
          cluster: 'dev-eu-west-1',
        },
      ],
    }),
    stage('staging', {
      after: ['development'],
      lacks: [{ from: 'development', ahead: false, moves: [move] }],
      gates: [soak],
      previous: {
        version: '1.4.1',
        revision: 'abc1234',
        at: '2026-11-10T10:00:00Z',
        moves: [],
      },
      clusters: [
        cluster('stg-eu-west-1', {
          running: [{ kind: 'image', name: 'web', version: '1.3.9' }],
          agrees: false,
        }),
      ],
    }),
    stage('production', {
      after: ['staging'],
      lacks: [{ from: 'staging', ahead: false, moves: [] }],
      waves: [
        {
          title: 'us-east-1',
          regions: ['us-east-1'],
          clusters: ['prod-us-east-1'],
          separate: true,
        },
        {
          title: 'the rest',
          regions: ['eu-west-1'],
          clusters: ['prod-eu-west-1'],
          separate: true,
        },
      ],
      clusters: [
        cluster('prod-us-east-1', {
          state: 'progressing',
          summary: 'a canary is under way',
          canary: failingCanary,
        }),
        cluster('prod-eu-west-1', { wave: 1 }),
      ],
      gates: [soak, approvals, signed],
      enforcement: 'not-required',
      promotion,
      freeze,
      whyNot: 'Production is frozen until Monday',
    }),
  ],
};

export const summary: PipelineSummary = {
  id: 'p1',
  ...whose,
  pipeline: 'standard',
  stages: [
    {
      name: 'development',
      environment: 'development',
      overlays: 1,
      version: '1.5.0',
      versions: ['1.5.0'],
      state: 'healthy',
      lacks: 0,
    },
    {
      name: 'production',
      environment: 'production',
      overlays: 3,
      version: '1.4.2',
      versions: ['1.4.2'],
      state: 'progressing',
      lacks: 1,
      promotion: 'waiting',
    },
  ],
  problems: 0,
};

export const plan: PromotionPlan = {
  ...whose,
  action: 'promote',
  from: 'development',
  to: 'staging',
  repository: 'https://git.example.org/platform/fleet',
  base: 'main',
  branch: 'fleet/promote/bookings+staging',
  readAt: 'abc',
  moves: [move],
  files: [
    {
      path: 'apps/bookings/overlays/staging/kustomization.yaml',
      text: 'images: []',
      diff: '--- a\n+++ b\n@@ -1,2 +1,2 @@\n images:\n-  - newTag: 1.4.2\n+  - newTag: 1.5.0\n',
      url: 'https://git.example.org/platform/fleet/src/kustomization.yaml',
    },
  ],
  notMoved: ['replicas: of staging alone'],
  waves: [],
  title: 'Promote bookings to staging',
  body: '',
  labels: [],
  reviewers: ['grace'],
  draft: false,
  gates: [soak, approvals],
  enforcement: 'required',
  risk: {
    environment: 'staging',
    clusters: ['stg-eu-west-1'],
    canary: false,
    summary: 'Low: one cluster of staging',
  },
  asks: ['grace reviews it'],
  warnings: ['The image is named by tag and not by digest'],
};

export const events: PromotionEvent[] = [
  {
    id: 'e2',
    at: '2026-11-20T09:30:00Z',
    type: 'approved',
    summary: 'Approved pull request #42',
    actor: 'grace',
    promotionId: promotion.id,
    application: 'bookings',
    stage: 'production',
    environment: 'production',
    from: '1.4.2',
    to: '1.5.0',
    url: 'https://git.example.org/platform/fleet/pulls/42',
    entityRefs: whose.entityRefs,
  },
  {
    id: 'e1',
    at: '2026-11-20T09:00:00Z',
    type: 'requested',
    summary: '=1+1 was asked for',
    actor: 'user:default/ada',
    promotionId: promotion.id,
    entityRefs: whose.entityRefs,
  },
];

export const teams: PromotionStatistics = {
  days: 30,
  items: [
    {
      ownerRef: 'group:default/team-travel',
      promotions: 12,
      rollbacks: 1,
      failed: 4,
      failureRate: 0.25,
      perWeek: 2.8,
      medianLeadSeconds: 5400,
      slowestLeadSeconds: 90_000,
      waiting: 2,
      stuck: 1,
    },
    {
      promotions: 0,
      rollbacks: 0,
      failed: 0,
      perWeek: 0,
      waiting: 0,
      stuck: 0,
    },
  ],
};
