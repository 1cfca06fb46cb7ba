import type {
  ApplicationDriftFacts,
  ApplicationDriftInput,
  ApplicationRecord,
  DriftDetector,
} from '@fleetcommander/backstage-plugin-fleet-node';
import {
  argoApplication,
  gitRepository,
  kustomization,
} from '../../store/__fixtures__/records';
import { builtInDetectors } from './builtInDetectors';
import { detectApplication } from './detectApplication';
import { rememberApplication } from './rememberApplication';

const start = '2026-01-05T08:00:00.000Z';

/** Minutes after the start. */
function at(minutes: number): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}

type Given = Partial<ApplicationRecord>;

function argo(
  sync: 'Synced' | 'OutOfSync' | 'Unknown',
  syncRevision: string,
  { drift, ...given }: Given = {},
): ApplicationRecord {
  return argoApplication({
    sync,
    state: 'healthy',
    drift: { syncRevision, comparedToSpec: true, selfHeal: false, ...drift },
    ...given,
  });
}

function helmRelease(drift: ApplicationDriftFacts, given: Given = {}) {
  return kustomization({ kind: 'HelmRelease', drift, ...given });
}

const drifting = [
  { group: 'apps', kind: 'Deployment', name: 'web', sync: 'OutOfSync' },
];

/** Records of an application, ten minutes apart; what is found in the last of them. */
function follow(
  records: readonly ApplicationRecord[],
  rest: Partial<ApplicationDriftInput> = {},
) {
  let memory: ApplicationDriftInput['memory'];
  let verdict = detectApplication([], { application: records[0], now: start });
  records.forEach((application, index) => {
    const input = { application, memory, now: at(10 * index), ...rest };
    memory = rememberApplication(input);
    // As the store gives it back.
    memory = memory && JSON.parse(JSON.stringify(memory));
    verdict = detectApplication(builtInDetectors, { ...input, memory });
  });
  return verdict;
}

function kindsOf(
  records: readonly ApplicationRecord[],
  rest?: Partial<ApplicationDriftInput>,
): string[] {
  return follow(records, rest).findings.map(({ kind, key }) =>
    key ? `${kind} ${key}` : kind,
  );
}

const source = gitRepository({
  revision: 'main@sha1:bbb',
  fetchedAt: at(-60),
});

describe('Argo CD', () => {
  const cases: [string, ApplicationRecord[], string[]][] = [
    ['that agrees with Git has none', [argo('Synced', 'a')], []],
    [
      'that leaves Synced while Git stands still was changed on the cluster',
      [argo('Synced', 'a'), argo('OutOfSync', 'a')],
      ['out-of-sync'],
    ],
    [
      // Auto-sync skips what is Synced, so the revision of the last sync stays behind in a monorepo. Comparing the two would call this
      // a commit that has not arrived.
      'in a monorepo that leaves Synced while Git stands still was changed on the cluster, however old its last sync is',
      [
        argo('Synced', 'a', { attemptedRevision: 'a' }),
        argo('Synced', 'b', { attemptedRevision: 'a' }),
        argo('Synced', 'c', { attemptedRevision: 'a' }),
        argo('OutOfSync', 'c', { attemptedRevision: 'a' }),
      ],
      ['out-of-sync'],
    ],
    [
      'in a monorepo whose last sync is old has none while it agrees',
      [
        argo('Synced', 'a', { attemptedRevision: 'a' }),
        argo('Synced', 'b', { attemptedRevision: 'a' }),
      ],
      [],
    ],
    [
      'stays changed on the cluster when Git moves on meanwhile',
      [argo('Synced', 'a'), argo('OutOfSync', 'a'), argo('OutOfSync', 'b')],
      ['out-of-sync'],
    ],
    [
      'that leaves Synced as Git moves is behind, once it had time to sync',
      [argo('Synced', 'a'), argo('OutOfSync', 'b'), argo('OutOfSync', 'b')],
      ['behind git'],
    ],
    [
      'that leaves Synced as Git moves has none at first',
      [argo('Synced', 'a'), argo('OutOfSync', 'b')],
      [],
    ],
    [
      'with auto-sync off is behind at once',
      [
        argo('Synced', 'a', { automated: false }),
        argo('OutOfSync', 'b', { automated: false }),
      ],
      ['behind git', 'frozen auto-sync'],
    ],
    [
      'that was seen first OutOfSync cannot be told',
      [argo('OutOfSync', 'b', { attemptedRevision: 'a' })],
      ['out-of-sync'],
    ],
    [
      'whose sync ended moments ago has none',
      [
        argo('Synced', 'a'),
        argo('OutOfSync', 'b', {
          attemptedRevision: 'b',
          drift: {
            syncRevision: 'b',
            operation: {
              phase: 'Succeeded',
              automated: true,
              finishedAt: at(9),
            },
          },
        }),
      ],
      [],
    ],
    [
      'that differs from what it has just synced was changed on the cluster',
      [
        argo('OutOfSync', 'b', {
          attemptedRevision: 'b',
          drift: {
            syncRevision: 'b',
            operation: {
              phase: 'Succeeded',
              automated: true,
              finishedAt: at(-9),
            },
          },
        }),
      ],
      ['out-of-sync'],
    ],
    [
      'that was compared with another spec has none',
      [
        argo('Synced', 'a'),
        argo('OutOfSync', 'a', {
          drift: { syncRevision: 'a', comparedToSpec: false },
        }),
      ],
      [],
    ],
    [
      'remembers through a while in which nothing is known',
      [argo('Synced', 'a'), argo('Unknown', 'a'), argo('OutOfSync', 'a')],
      ['out-of-sync'],
    ],
    [
      'that agrees again has none',
      [argo('Synced', 'a'), argo('OutOfSync', 'a'), argo('Synced', 'a')],
      [],
    ],
    [
      'that is failing is not called behind as well',
      [
        argo('Synced', 'a'),
        argo('OutOfSync', 'b', { state: 'failing' }),
        argo('OutOfSync', 'b', { state: 'failing' }),
      ],
      ['failing'],
    ],
    [
      'that is being deleted has none',
      [argo('Synced', 'a'), argo('OutOfSync', 'a', { deleting: true })],
      [],
    ],
    [
      'that may not prune keeps what Git no longer has',
      [
        argo('Synced', 'a'),
        argo('OutOfSync', 'a', {
          resources: drifting,
          drift: { syncRevision: 'a', toPrune: 1 },
        }),
      ],
      ['out-of-sync prune'],
    ],
    [
      'with rules to ignore is frozen there',
      [
        argo('Synced', 'a', {
          drift: { ignoreRules: [{ jsonPointers: ['/spec/replicas'] }] },
        }),
      ],
      ['frozen ignore-rules'],
    ],
    [
      'that has not compared for very long is stale',
      [
        argo('Synced', 'a', {
          lastReconciledAt: at(-500),
          drift: { syncRevision: 'a', tellsReconciliation: true },
        }),
      ],
      ['stale reconciliation'],
    ],
  ];

  it.each(cases)('an Application %s', (_, records, kinds) => {
    expect(kindsOf(records)).toEqual(kinds);
  });

  it('says since when, what, and who corrects it', () => {
    const [finding] = follow([
      argo('Synced', 'a'),
      argo('OutOfSync', 'a', {
        resources: drifting,
        drift: {
          syncRevision: 'a',
          selfHeal: true,
          operation: { automated: true, phase: 'Failed', healAttempts: 3 },
        },
      }),
    ]).findings;
    expect(finding).toMatchObject({
      summary:
        'Deployment web was changed on the cluster: Git has not moved since they agreed.',
      since: at(10),
      correction: {
        expected: true,
        by: 'Argo CD',
        reason: 'Argo CD tries to undo it, and has not succeeded so far.',
      },
    });
  });

  it('says what rules leave alone', () => {
    const rules = [
      { kind: 'Deployment', name: 'web', jsonPointers: ['/spec/replicas'] },
      { managedFieldsManagers: ['keda'] },
      { group: 'apps', namespace: 'shop', jsonPointers: [''] },
      { jqPathExpressions: ['.data'] },
    ];
    const [finding] = follow([
      argo('Synced', 'a', { drift: { ignoreRules: rules } }),
    ]).findings;
    expect(finding.summary).toContain(
      '4 rules by which fields are left alone (Deployment web: /spec/replicas; all objects: what keda owns; objects of apps in shop: the whole object; and 1 more)',
    );
  });

  it('asks Git where it can', () => {
    const records = [
      argo('Synced', 'a', { automated: false }),
      argo('OutOfSync', 'b', { automated: false }),
    ];
    expect(
      follow(records, { commitsAhead: { count: 2, since: at(3) } }).findings[0],
    ).toMatchObject({
      kind: 'behind',
      summary: 'Git has moved on by 2 commits, and the cluster has not.',
      since: at(3),
    });
    // Seen first as it is, and Git has moved.
    const seenFirst = [
      argo('OutOfSync', 'b', { automated: false, attemptedRevision: 'a' }),
    ];
    expect(kindsOf(seenFirst, { commitsAhead: { count: 1 } })).toEqual([
      'behind git',
      'frozen auto-sync',
    ]);
    // Git moved as it went OutOfSync, but not under its path.
    expect(kindsOf(records, { commitsAhead: { count: 0 } })).toEqual([
      'out-of-sync',
      'frozen auto-sync',
    ]);
    const pending = { commitsUnknown: { pending: true, reason: '' } };
    expect(kindsOf(records, pending)).toEqual(['frozen auto-sync']);
    // Nobody saw them agree, but commits tell who moved.
    const unseen = records.slice(1);
    expect(kindsOf(unseen, pending)).toEqual(['frozen auto-sync']);
    expect(kindsOf(unseen)).toEqual(['out-of-sync', 'frozen auto-sync']);
    expect(kindsOf(unseen, { commitsAhead: { count: 1 } })).toEqual([
      'behind git',
      'frozen auto-sync',
    ]);
  });
});

describe('a Kustomization', () => {
  const applied = { revision: 'main@sha1:aaa' };
  const suspended = {
    ...applied,
    suspended: true,
    state: 'suspended' as const,
  };
  const cases: [
    string,
    ApplicationRecord[],
    Partial<ApplicationDriftInput>,
    string[],
  ][] = [
    [
      'that applied what its source has is fine',
      [kustomization({ revision: source.revision })],
      { source },
      [],
    ],
    [
      'whose source moved an hour ago is behind',
      [kustomization(applied)],
      { source },
      ['behind git'],
    ],
    [
      'whose source moved just now is not',
      [kustomization(applied)],
      { source: { ...source, fetchedAt: at(-1) } },
      [],
    ],
    [
      'in a monorepo whose own path did not change is not behind',
      [kustomization(suspended)],
      { source, commitsAhead: { count: 0 } },
      ['frozen suspended'],
    ],
    [
      'that is suspended is behind at once, and frozen',
      [kustomization(suspended)],
      { source: { ...source, fetchedAt: at(-1) } },
      ['behind git', 'frozen suspended'],
    ],
    [
      'that cannot apply fails, and nothing else',
      [kustomization({ ...applied, state: 'failing' })],
      { source },
      ['failing'],
    ],
    [
      'whose source fails is stale',
      [kustomization(applied)],
      {
        source: {
          ...source,
          revision: 'main@sha1:aaa',
          state: 'failing',
          summary: 'cannot read the Git repository: time-out',
        },
      },
      ['stale source'],
    ],
    [
      'whose source is suspended is stale',
      [kustomization(applied)],
      { source: { ...source, revision: 'main@sha1:aaa', suspended: true } },
      ['stale source'],
    ],
    [
      'that does not prune is frozen there',
      [kustomization({ drift: { prune: false } })],
      {},
      ['frozen prune'],
    ],
    [
      'that is suspended prunes nothing anyway',
      [kustomization({ ...suspended, drift: { prune: false } })],
      {},
      ['frozen suspended'],
    ],
    [
      'that Flux looked at within its interval is fine',
      [
        kustomization({
          intervalSeconds: 3_600,
          lastReconciledAt: at(-170),
          drift: { tellsReconciliation: true },
        }),
      ],
      {},
      [],
    ],
    [
      'that Flux has not looked at for three intervals is stale',
      [
        kustomization({
          intervalSeconds: 3_600,
          lastReconciledAt: at(-190),
          drift: { tellsReconciliation: true },
        }),
      ],
      {},
      ['stale reconciliation'],
    ],
    [
      'that fails is not stale as well',
      [
        kustomization({
          state: 'failing',
          intervalSeconds: 600,
          lastReconciledAt: at(-190),
          drift: { tellsReconciliation: true },
        }),
      ],
      {},
      ['failing'],
    ],
    [
      'of a Flux that does not note when it looked is not stale by that',
      [
        kustomization({
          intervalSeconds: 600,
          lastReconciledAt: at(-100_000),
          drift: { tellsReconciliation: false },
        }),
      ],
      {},
      [],
    ],
    [
      'whose newest spec waits is fine at first',
      [kustomization({ drift: { generation: 3, observedGeneration: 2 } })],
      {},
      [],
    ],
    [
      'whose newest spec waits for ten minutes is stale',
      [
        kustomization({ drift: { generation: 3, observedGeneration: 2 } }),
        kustomization({ drift: { generation: 3, observedGeneration: 2 } }),
      ],
      {},
      ['stale spec'],
    ],
  ];

  it.each(cases)('%s', (_, records, rest, kinds) => {
    expect(kindsOf(records, rest)).toEqual(kinds);
  });

  it('says that it is not known whether its path is touched', () => {
    const [finding] = follow([kustomization(suspended)], { source }).findings;
    expect(finding).toMatchObject({
      summary: expect.stringContaining('not known'),
      since: at(-60),
      from: '"main@sha1:aaa"',
      to: '"main@sha1:bbb"',
    });
  });
});

describe('a HelmRelease', () => {
  const suspended = { suspended: true, state: 'suspended' as const };
  const cases: [string, ApplicationRecord, string[]][] = [
    [
      'that says that it drifted is out of sync',
      helmRelease({ driftDetection: 'warn', drifted: { since: at(-5) } }),
      ['out-of-sync'],
    ],
    [
      'that is suspended is frozen: suspending it is the newest change of its spec',
      helmRelease({ generation: 3, observedGeneration: 2 }, suspended),
      ['frozen suspended'],
    ],
    [
      'that is suspended while its values move on is frozen and behind',
      helmRelease({ generation: 4, observedGeneration: 2 }, suspended),
      ['behind spec', 'frozen suspended'],
    ],
    [
      'that was made suspended has nothing to be behind of',
      helmRelease({ generation: 2, observedGeneration: -1 }, suspended),
      ['frozen suspended'],
    ],
    [
      'that is suspended with another version of its chart is behind',
      helmRelease(
        { wantedVersion: 'v1.3.0' },
        { ...suspended, revision: '1.2.0+5f2a' },
      ),
      ['behind chart', 'frozen suspended'],
    ],
    [
      'that is suspended with the version it should run is not',
      helmRelease(
        { wantedVersion: 'v1.2.0' },
        { ...suspended, revision: '1.2.0+5f2a' },
      ),
      ['frozen suspended'],
    ],
  ];

  it.each(cases)('%s', (_, record, kinds) => {
    expect(kindsOf([record])).toEqual(kinds);
  });

  it('says who corrects it', () => {
    const corrections = (['enabled', 'warn'] as const).map(
      driftDetection =>
        follow([
          helmRelease({
            driftDetection,
            drifted: { message: 'differs from its chart: 1 object' },
          }),
        ]).findings[0],
    );
    expect(corrections).toMatchObject([
      {
        summary: 'Differs from its chart: 1 object.',
        correction: { expected: true, by: 'Flux' },
      },
      { correction: { expected: false } },
    ]);
  });
});

describe('detectApplication', () => {
  it('says when to ask again, though nothing changes', () => {
    expect(
      follow([kustomization({ revision: 'main@sha1:aaa' })], {
        source: { ...source, fetchedAt: at(-1) },
      }),
    ).toEqual({ findings: [], failed: [], askAgainAt: at(9) });
  });

  it('asks again at the time that a detector tells in any zone, and takes nothing else for one', () => {
    const opening = (opensAt: string): DriftDetector => ({
      name: 'opening',
      detectApplication: () => [
        {
          kind: 'stale',
          key: 'x',
          summary: 'It differs.',
          opensAt,
          correction: { expected: false, reason: 'Nobody looks.' },
          remedy: 'Look.',
        },
      ],
    });
    const ask = (opensAt: string) =>
      detectApplication([opening(opensAt)], {
        application: kustomization(),
        now: start,
      });
    expect(ask('2026-01-05T04:00:00-05:00')).toEqual({
      findings: [],
      failed: [],
      askAgainAt: at(60),
    });
    expect(ask('2026-01-05T09:00:00+02:00').findings).toHaveLength(1);
    expect(ask('soon').failed).toEqual([
      { detector: 'opening', message: expect.stringContaining('"soon"') },
    ]);
  });

  it('goes on when a detector stumbles', () => {
    const broken: DriftDetector = {
      name: 'broken',
      detectApplication() {
        throw new Error('no such field');
      },
    };
    const verdict = detectApplication([broken, ...builtInDetectors], {
      application: kustomization({
        state: 'failing',
        summary: 'cannot build: no such file.',
        since: at(-3),
      }),
      now: start,
    });
    expect(verdict.failed).toEqual([
      { detector: 'broken', message: 'Error: no such field' },
    ]);
    expect(verdict.findings).toMatchObject([
      {
        kind: 'failing',
        summary: 'Flux: cannot build: no such file.',
        since: at(-3),
      },
    ]);
  });
});
