import type {
  Canary,
  StageCluster,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  GateFacts,
  GatePullRequest,
  GitReview,
} from '@fleetcommander/backstage-plugin-fleet-node';

export const head = 'b'.repeat(40);
export const now = '2026-11-22T12:00:00.000Z';

const fresh = { observedAt: now, stale: false };

export function stageCluster(
  cluster: string,
  more: Partial<StageCluster> = {},
): StageCluster {
  return {
    cluster,
    wave: 0,
    state: 'healthy',
    summary: 'runs 1.5.0',
    running: [],
    agrees: true,
    freshness: fresh,
    ...more,
  };
}

export function review(
  login: string,
  more: Partial<GitReview> = {},
): GitReview {
  return {
    login,
    state: 'approved',
    at: now,
    revision: head,
    url: 'https://git.example.org/platform/fleet/pull/42#1',
    ...more,
  };
}

export function canaryOn(cluster: string, more: Partial<Canary> = {}): Canary {
  return {
    id: cluster,
    cluster,
    engine: 'flagger',
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    namespace: 'travel',
    name: 'bookings',
    state: 'healthy',
    summary: 'promoted',
    metrics: [],
    freshness: fresh,
    ...more,
  };
}

/** Opened by the bot for ada; nobody has said anything of it. */
export function gatePullRequest(
  more: Partial<GatePullRequest> = {},
): GatePullRequest {
  return {
    pullRequest: {
      number: 42,
      url: 'https://git.example.org/platform/fleet/pull/42',
      title: 'Promote bookings 1.5.0 to production',
      body: '',
      state: 'open',
      draft: false,
      branch: 'fleet/promote/bookings+production',
      isFromFork: false,
      base: 'main',
      head,
      author: 'fleet-bot',
      createdAt: now,
      updatedAt: now,
    },
    requesters: { known: ['ada'] },
    people: { ada: 'user:default/ada', heidi: 'user:default/heidi.lamarr' },
    checks: { known: [] },
    reviews: { known: [] },
    commits: {
      known: [
        {
          revision: head,
          author: 'fleet-bot',
          committer: 'web-flow',
          verified: true,
          reason: 'valid',
          url: 'https://git.example.org/platform/fleet/commit/b',
        },
      ],
    },
    forcePushes: { known: [] },
    files: { known: [] },
    rules: { known: { requiredChecks: [] } },
    owners: { known: { rules: [] } },
    teams: { travel: { known: ['ada', 'Grace'] } },
    ...more,
  };
}

/** An image from staging to production: all well, no pull request yet. */
export function gateFacts(more: Partial<GateFacts> = {}): GateFacts {
  return {
    now,
    action: 'promote',
    application: 'bookings',
    moves: [
      {
        kind: 'image',
        name: 'ghcr.io/acme/bookings',
        from: '1.4.2',
        to: '1.5.0',
        summary: 'image bookings 1.4.2 → 1.5.0',
      },
    ],
    source: {
      name: 'staging',
      environment: 'staging',
      clusters: [stageCluster('stg-1'), stageCluster('stg-2')],
      artifacts: [
        {
          kind: 'image',
          name: 'ghcr.io/acme/bookings',
          version: '1.5.0',
          origin: 'images',
          path: 'apps/bookings/overlays/staging/kustomization.yaml',
        },
      ],
    },
    target: {
      name: 'production',
      environment: 'production',
      clusters: [stageCluster('prod-1')],
      artifacts: [],
    },
    earlier: [],
    soakingSince: {
      'stg-1': '2026-11-22T10:00:00.000Z',
      'stg-2': '2026-11-22T11:00:00.000Z',
    },
    drifts: { known: [] },
    policyResults: { known: [] },
    signatures: {},
    canaries: [],
    freezes: { known: [] },
    pipelineRuns: { known: [] },
    ...more,
  };
}
