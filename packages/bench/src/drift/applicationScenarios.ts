import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';
import type { SeededRandom } from './SeededRandom';

/** What an engine's object says at one time, and what the source of it has then. */
export interface Moment {
  object: object;
  source?: object;
  /** How many commits Git has more under the application's path, where it is asked. */
  commitsAhead?: number;
}

/** Objects of an engine as they follow one another, ten minutes apart. */
export interface ApplicationScenario {
  name: string;
  /** What it is, or looks like. */
  kind: DriftKind;
  expected: readonly DriftKind[];
  moments(random: SeededRandom): Moment[];
}

const start = Date.parse('2026-01-05T08:00:00Z');

/** Minutes after the start. */
export function at(minutes: number): string {
  return new Date(start + minutes * 60_000).toISOString();
}

function commitOf(random: SeededRandom): string {
  return Array.from({ length: 40 }, () => random.below(16).toString(16)).join(
    '',
  );
}

function application(options: {
  sync: 'Synced' | 'OutOfSync';
  revision: string;
  syncedTo: string;
  automated?: object | null;
  phase?: string;
  path?: string;
}): Moment {
  const {
    sync,
    revision,
    syncedTo,
    automated = { prune: true },
    phase = 'Succeeded',
    path = 'apps/web',
  } = options;
  const source = { repoURL: 'https://git.example.org/fleet', path: 'apps/web' };
  const destination = { server: 'https://kubernetes.default.svc' };
  return {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'web', namespace: 'argocd' },
      spec: { source, destination, syncPolicy: { automated } },
      status: {
        sync: {
          status: sync,
          revision,
          comparedTo: { source: { ...source, path }, destination },
        },
        health: { status: 'Healthy' },
        operationState: {
          phase,
          message: 'one or more objects failed to apply',
          finishedAt: at(-60),
          syncResult: { revision: syncedTo },
        },
      },
    },
  };
}

function flux(
  kind: 'Kustomization' | 'HelmRelease',
  options: {
    applied?: string;
    fetched?: string;
    fetchedAt?: string;
    suspend?: boolean;
    ready?: 'True' | 'False' | 'Unknown';
    reason?: string;
    generation?: number;
    observed?: number;
    looked?: string;
    drifted?: boolean;
    sourceReady?: 'True' | 'False';
  },
): Moment {
  const { applied, ready = 'True', generation = 1, observed = 1 } = options;
  const group = kind === 'Kustomization' ? 'kustomize' : 'helm';
  const version = kind === 'Kustomization' ? 'v1' : 'v2';
  return {
    object: {
      apiVersion: `${group}.toolkit.fluxcd.io/${version}`,
      kind,
      metadata: { name: 'web', namespace: 'flux-system', generation },
      spec: {
        interval: '10m',
        suspend: options.suspend,
        prune: true,
        sourceRef: { kind: 'GitRepository', name: 'fleet' },
        driftDetection: { mode: 'warn' },
      },
      status: {
        observedGeneration: observed,
        lastAppliedRevision: applied && `main@sha1:${applied}`,
        conditions: [
          {
            type: 'Ready',
            status: ready,
            reason: options.reason,
            observedGeneration: observed,
            lastTransitionTime: at(-600),
          },
          ...(options.drifted
            ? [{ type: 'Drifted', status: 'True', message: '1 object' }]
            : []),
        ],
        history: options.looked
          ? [{ digest: 'sha256:d', lastReconciled: options.looked }]
          : [],
      },
    },
    source: options.fetched
      ? {
          apiVersion: 'source.toolkit.fluxcd.io/v1',
          kind: 'GitRepository',
          metadata: { name: 'fleet', namespace: 'flux-system' },
          spec: { url: 'https://git.example.org/fleet' },
          status: {
            conditions: [
              {
                type: 'Ready',
                status: options.sourceReady ?? 'True',
                reason: 'GitOperationFailed',
              },
            ],
            artifact: {
              revision: `main@sha1:${options.fetched}`,
              lastUpdateTime: options.fetchedAt ?? at(-60),
            },
          },
        }
      : undefined,
  };
}

/** Git moves on some times by commits to other folders of the monorepo. */
function elsewhere(random: SeededRandom, from: string): [Moment[], string] {
  const moments: Moment[] = [];
  let revision = from;
  for (let count = random.below(4); count > 0; count -= 1) {
    revision = commitOf(random);
    moments.push(application({ sync: 'Synced', revision, syncedTo: from }));
  }
  return [moments, revision];
}

export const applicationScenarios: ApplicationScenario[] = [
  {
    name: 'changed on the cluster, in a monorepo that moved on',
    kind: 'out-of-sync',
    expected: ['out-of-sync'],
    moments: random => {
      const first = commitOf(random);
      const [moments, revision] = elsewhere(random, first);
      return [
        application({ sync: 'Synced', revision: first, syncedTo: first }),
        ...moments,
        application({ sync: 'OutOfSync', revision, syncedTo: first }),
      ];
    },
  },
  {
    name: 'HelmRelease that says it drifted',
    kind: 'out-of-sync',
    expected: ['out-of-sync'],
    moments: () => [flux('HelmRelease', { drifted: true })],
  },
  {
    name: 'monorepo that moved on elsewhere',
    kind: 'out-of-sync',
    expected: [],
    moments: random => {
      const first = commitOf(random);
      return [
        application({ sync: 'Synced', revision: first, syncedTo: first }),
        ...elsewhere(random, first)[0],
      ];
    },
  },
  {
    name: 'commit under way',
    kind: 'out-of-sync',
    expected: [],
    moments: random => {
      const [first, next] = [commitOf(random), commitOf(random)];
      return [
        application({ sync: 'Synced', revision: first, syncedTo: first }),
        application({ sync: 'OutOfSync', revision: next, syncedTo: first }),
      ];
    },
  },
  {
    name: 'compared with the spec of before',
    kind: 'out-of-sync',
    expected: [],
    moments: random => {
      const revision = commitOf(random);
      return [
        application({ sync: 'Synced', revision, syncedTo: revision }),
        application({
          sync: 'OutOfSync',
          revision,
          syncedTo: revision,
          path: 'apps/before',
        }),
      ];
    },
  },
  {
    name: 'commit that waits for a person, in a monorepo that moved on',
    kind: 'behind',
    expected: ['behind', 'frozen'],
    moments: random => {
      const first = commitOf(random);
      const [moments] = elsewhere(random, first);
      return [
        application({ sync: 'Synced', revision: first, syncedTo: first }),
        ...moments,
        application({
          sync: 'OutOfSync',
          revision: commitOf(random),
          syncedTo: first,
          automated: null,
        }),
      ];
    },
  },
  {
    // Nothing in the object tells which of the two has moved.
    name: 'commit that waits for a person, seen for the first time, and Git is not asked',
    kind: 'behind',
    expected: ['behind', 'frozen'],
    moments: random => [
      application({
        sync: 'OutOfSync',
        revision: commitOf(random),
        syncedTo: commitOf(random),
        automated: null,
      }),
    ],
  },
  {
    name: 'commit that waits for a person, seen for the first time, and Git is asked',
    kind: 'behind',
    expected: ['behind', 'frozen'],
    moments: random => [
      {
        ...application({
          sync: 'OutOfSync',
          revision: commitOf(random),
          syncedTo: commitOf(random),
          automated: null,
        }),
        commitsAhead: 1 + random.below(9),
      },
    ],
  },
  {
    name: 'changed on the cluster, seen for the first time, and Git is asked',
    kind: 'out-of-sync',
    expected: ['out-of-sync'],
    moments: random => [
      {
        ...application({
          sync: 'OutOfSync',
          revision: commitOf(random),
          syncedTo: commitOf(random),
        }),
        commitsAhead: 0,
      },
    ],
  },
  {
    name: 'Kustomization whose source moved long ago',
    kind: 'behind',
    expected: ['behind'],
    moments: random => [
      flux('Kustomization', {
        applied: commitOf(random),
        fetched: commitOf(random),
      }),
    ],
  },
  {
    name: 'suspended HelmRelease whose values moved on',
    kind: 'behind',
    expected: ['behind', 'frozen'],
    moments: random => [
      flux('HelmRelease', {
        suspend: true,
        observed: 2,
        generation: 4 + random.below(5),
      }),
    ],
  },
  {
    name: 'Kustomization whose source moved just now',
    kind: 'behind',
    expected: [],
    moments: random => [
      flux('Kustomization', {
        applied: commitOf(random),
        fetched: commitOf(random),
        fetchedAt: at(-1 - random.below(8)),
      }),
    ],
  },
  {
    name: 'Kustomization that applied what is there',
    kind: 'behind',
    expected: [],
    moments: random => {
      const commit = commitOf(random);
      return [flux('Kustomization', { applied: commit, fetched: commit })];
    },
  },
  {
    name: 'Kustomization that cannot apply',
    kind: 'failing',
    expected: ['failing'],
    moments: random => [
      flux('Kustomization', {
        ready: 'False',
        reason: random.pick(['BuildFailed', 'ReconciliationFailed']),
      }),
    ],
  },
  {
    name: 'Application whose sync failed',
    kind: 'failing',
    expected: ['failing'],
    moments: random => {
      const revision = commitOf(random);
      const syncedTo = commitOf(random);
      return [
        application({
          sync: 'OutOfSync',
          revision,
          syncedTo,
          phase: 'Failed',
          path: 'apps/before',
        }),
      ];
    },
  },
  {
    name: 'Kustomization that waits for another',
    kind: 'failing',
    expected: [],
    moments: () => [
      flux('Kustomization', { ready: 'False', reason: 'DependencyNotReady' }),
    ],
  },
  {
    name: 'Kustomization under way',
    kind: 'failing',
    expected: [],
    moments: () => [flux('Kustomization', { ready: 'Unknown' })],
  },
  {
    name: 'suspended',
    kind: 'frozen',
    expected: ['frozen'],
    moments: random => [
      flux(random.pick(['Kustomization', 'HelmRelease']), {
        suspend: true,
        generation: 2,
      }),
    ],
  },
  {
    name: 'auto-sync off',
    kind: 'frozen',
    expected: ['frozen'],
    moments: random => {
      const revision = commitOf(random);
      const automated = random.pick([null, { enabled: false }]);
      return [
        application({
          sync: 'Synced',
          revision,
          syncedTo: revision,
          automated,
        }),
      ];
    },
  },
  {
    name: 'pruning off',
    kind: 'frozen',
    expected: ['frozen'],
    moments: random => {
      const revision = commitOf(random);
      const automated = random.pick([{}, { enabled: true }]);
      return [
        application({
          sync: 'Synced',
          revision,
          syncedTo: revision,
          automated,
        }),
      ];
    },
  },
  {
    name: 'auto-sync on',
    kind: 'frozen',
    expected: [],
    moments: random => {
      const revision = commitOf(random);
      const automated = random.pick([
        { prune: true },
        { enabled: true, prune: true },
      ]);
      return [
        application({
          sync: 'Synced',
          revision,
          syncedTo: revision,
          automated,
        }),
      ];
    },
  },
  {
    name: 'not looked at for hours',
    kind: 'stale',
    expected: ['stale'],
    moments: random => [
      flux('Kustomization', { looked: at(-60 - random.below(600)) }),
    ],
  },
  {
    name: 'source that cannot be fetched',
    kind: 'stale',
    expected: ['stale'],
    moments: random => {
      const commit = commitOf(random);
      return [
        flux('Kustomization', {
          applied: commit,
          fetched: commit,
          sourceReady: 'False',
        }),
      ];
    },
  },
  {
    name: 'spec that nobody acts on',
    kind: 'stale',
    expected: ['stale'],
    moments: random => {
      const generation = 2 + random.below(9);
      const moment = flux('Kustomization', { generation });
      return [moment, moment, moment];
    },
  },
  {
    name: 'looked at within its interval',
    kind: 'stale',
    expected: [],
    moments: random => [
      flux('Kustomization', { looked: at(-random.below(25)) }),
    ],
  },
  {
    name: 'quiet Git',
    kind: 'stale',
    expected: [],
    moments: random => {
      const commit = commitOf(random);
      return [
        flux('Kustomization', {
          applied: commit,
          fetched: commit,
          fetchedAt: at(-100_000),
          looked: at(-1),
        }),
      ];
    },
  },
];
