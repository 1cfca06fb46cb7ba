import type { Corrector } from '../correctionOf';
import {
  detectOverrides,
  type OverrideInput,
  type OverrideVerdict,
} from './detectOverrides';
import { gitManagers as managersOfGit } from './gitManagers';
import type { GitOwned } from './GitOwned';
import type { LiveFields } from './LiveFields';
import { observeObject } from './observeObject';
import { ownedObject, type Ownership } from './__fixtures__/ownedObject';
import { readLiveFields } from './readLiveFields';

const git = 'kustomize-controller';
const gitManagers = managersOfGit();
const early = '2026-01-05T08:00:00Z';
const later = '2026-01-05T09:00:00Z';
const latest = '2026-01-05T10:00:00Z';
const now = '2026-01-05T10:00:01Z';

const kustomization: Corrector = {
  engine: 'flux',
  kind: 'Kustomization',
  state: 'healthy',
  suspended: false,
  automated: true,
  intervalSeconds: 600,
};
const object = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  namespace: 'pay',
  name: 'api',
};

/** A Deployment as Git has it, with parts of it changed. */
function spec(
  parts: { replicas?: unknown; image?: string; limits?: object } = {},
  containers: object[] = [],
) {
  const { replicas = 3, image = 'api:1', limits = { memory: '1Gi' } } = parts;
  return {
    replicas,
    template: {
      spec: {
        containers: [
          { name: 'app', image, resources: { limits } },
          ...containers,
        ],
      },
    },
  };
}

function live(
  specification: object,
  ownerships: Ownership[],
  annotations?: Record<string, string>,
) {
  return readLiveFields(
    ownedObject(
      {
        kind: 'Deployment',
        metadata: { name: 'api', namespace: 'pay', annotations },
        spec: specification,
      },
      ownerships,
    ),
    gitManagers,
  );
}

/** As Git's manager left it. */
function asApplied(
  specification: object = spec(),
  annotations?: Record<string, string>,
  time = early,
  manager = git,
) {
  return live(
    specification,
    [
      {
        manager,
        time,
        owns: { spec: specification, metadata: { annotations } },
      },
    ],
    annotations,
  );
}

/** Folds states of the object, the oldest first. */
function fold(
  states: (LiveFields | undefined)[],
  options: Partial<OverrideInput> = {},
): OverrideVerdict {
  let owned: GitOwned | undefined;
  let unjudged: string | undefined;
  for (const state of states) {
    owned = observeObject(state, owned, { gitManagers, now });
    // As the store gives it back.
    owned = owned && JSON.parse(JSON.stringify(owned));
    unjudged = state?.unjudged;
  }
  return detectOverrides({
    object,
    owned,
    unjudged,
    application: kustomization,
    listed: true,
    ...options,
  });
}

const allButReplicas = { template: spec().template };
const scaled = spec({ replicas: 5 });

/** Somebody set the replicas, and so took them over. */
function replicasBy(
  manager: string,
  parts: Partial<Ownership> = {},
  annotations?: Record<string, string>,
) {
  return live(
    scaled,
    [
      {
        manager: git,
        time: early,
        owns: { spec: allButReplicas, metadata: { annotations } },
      },
      {
        manager,
        operation: 'Update',
        time: later,
        owns: { spec: { replicas: 5 } },
        ...parts,
      },
    ],
    annotations,
  );
}

describe('an override', () => {
  it('tells which client changed what from what to what, and what becomes of it', () => {
    expect(fold([asApplied(), replicasBy('kubectl-edit')]).findings).toEqual([
      {
        kind: 'override',
        key: 'apps/Deployment/pay/api .spec.replicas',
        summary:
          '.spec.replicas of Deployment/pay/api was changed from 3 to 5 by kubectl-edit.',
        since: later,
        object,
        path: '.spec.replicas',
        from: '3',
        to: '5',
        manager: 'kubectl-edit',
        operation: 'Update',
        correction: {
          expected: true,
          by: 'Flux',
          reason:
            'Flux will undo it when it reconciles next, every 10 minutes.',
        },
        remedy: expect.any(String),
      },
    ]);
  });

  it('stays until it is healed, and comes back', () => {
    const states = [asApplied(), replicasBy('kubectl-edit')];
    expect(fold([...states, ...states.slice(1)]).findings).toHaveLength(1);
    const healed = [...states, asApplied(spec(), undefined, latest)];
    expect(fold(healed).findings).toEqual([]);
    expect(fold([...healed, states[1]]).findings).toHaveLength(1);
  });

  it.each([
    [
      'kubectl scale, behind which is a person',
      replicasBy('kubectl', { subresource: 'scale' }),
      { path: '.spec.replicas', manager: 'kubectl', subresource: 'scale' },
    ],
    [
      'an apply that was forced',
      replicasBy('some-operator', { operation: 'Apply' }),
      { manager: 'some-operator', operation: 'Apply' },
    ],
    [
      'the newest of several clients',
      live(scaled, [
        { manager: git, time: early, owns: { spec: allButReplicas } },
        { manager: 'first', time: later, owns: { spec: { replicas: 5 } } },
        { manager: 'second', time: latest, owns: { spec: { replicas: 5 } } },
      ]),
      { manager: 'second', since: latest },
    ],
    [
      'a client of which the name is HTML, as a name',
      replicasBy('<b>me</b>'),
      { manager: '<b>me</b>' },
    ],
    [
      'a client whose clock is ahead, as it says',
      replicasBy('kubectl-edit', { time: '2027-01-01T00:00:00Z' }),
      { since: '2027-01-01T00:00:00Z' },
    ],
    [
      'a client that took everything over',
      live(scaled, [
        {
          manager: 'kubectl-create',
          operation: 'Update',
          owns: { spec: scaled },
        },
      ]),
      { path: '.spec.replicas', manager: 'kubectl-create' },
    ],
    [
      'a field that Git sets, whatever else may be merged into the object',
      replicasBy(
        'kubectl-edit',
        {},
        {
          'kustomize.toolkit.fluxcd.io/ssa': 'Merge',
        },
      ),
      { path: '.spec.replicas' },
    ],
    [
      'an object that Flux was told on the cluster to let be, which nobody corrects',
      live(
        scaled,
        [
          { manager: git, time: early, owns: { spec: allButReplicas } },
          {
            manager: 'kubectl-edit',
            operation: 'Update',
            time: later,
            owns: {
              spec: { replicas: 5 },
              metadata: {
                annotations: {
                  'kustomize.toolkit.fluxcd.io/reconcile': 'disabled',
                },
              },
            },
          },
        ],
        { 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' },
      ),
      {
        correction: {
          expected: false,
          reason: expect.stringContaining('reconcile: disabled'),
        },
      },
    ],
  ])('by %s', (_, state, finding) => {
    expect(fold([asApplied(), state]).findings).toMatchObject([finding]);
  });

  it('tells what was removed with its old value, and that the client is unknown', () => {
    const removed = spec({ limits: {} });
    expect(
      fold([
        asApplied(),
        live(removed, [{ manager: git, time: early, owns: { spec: removed } }]),
      ]).findings,
    ).toMatchObject([
      {
        path: '.spec.template.spec.containers[?(@.name=="app")].resources.limits.memory',
        from: '"1Gi"',
        to: undefined,
        manager: undefined,
        since: undefined,
        summary: expect.stringContaining('cannot be known'),
      },
    ]);
  });

  it('tells an item that was removed as one', () => {
    const withProxy = spec({}, [{ name: 'proxy', image: 'proxy:2' }]);
    expect(
      fold([
        asApplied(withProxy),
        live(spec(), [{ manager: git, time: early, owns: { spec: spec() } }]),
      ]).findings,
    ).toMatchObject([
      {
        path: '.spec.template.spec.containers[?(@.name=="proxy")]',
        from: '{".name":"proxy",".image":"proxy:2"}',
        to: undefined,
      },
    ]);
  });

  it('tells that the object was deleted, until it is back', () => {
    const states = [asApplied(), undefined];
    expect(fold(states).findings).toMatchObject([
      { key: 'apps/Deployment/pay/api', since: now, object },
    ]);
    expect(fold([...states, asApplied(spec(), {}, latest)]).findings).toEqual(
      [],
    );
    expect(fold(states, { listed: false }).findings).toEqual([]);
    const underWay = { ...kustomization, state: 'progressing' as const };
    expect(fold(states, { application: underWay }).findings).toMatchObject([
      { opensAt: '2026-01-05T10:02:01.000Z' },
    ]);
  });
});

describe('no override', () => {
  const rules = (rule: object) => ({
    application: { ...kustomization, drift: { ignoreRules: [rule] } },
  });
  const edited = replicasBy('kubectl-edit');

  const lookAlikes: [
    name: string,
    states: (LiveFields | undefined)[],
    options?: Partial<OverrideInput>,
  ][] = [
    [
      'is a HorizontalPodAutoscaler that scales',
      [
        asApplied(),
        replicasBy('kube-controller-manager', { subresource: 'scale' }),
      ],
    ],
    ['is a canary that Flagger scales', [asApplied(), replicasBy('flagger')]],
    [
      'is what a mutating webhook sets as Git applies',
      [
        asApplied(),
        live(scaled, [
          { manager: git, time: early, owns: { spec: allButReplicas } },
          {
            manager: git,
            operation: 'Update',
            time: later,
            owns: { spec: { replicas: 5 } },
          },
        ]),
      ],
    ],
    [
      'is a container that a webhook adds',
      [
        asApplied(),
        live(spec({}, [{ name: 'istio-proxy', image: 'proxy:2' }]), [
          { manager: git, time: early, owns: { spec: spec() } },
          {
            manager: 'sidecar-injector',
            operation: 'Update',
            time: later,
            owns: {
              spec: {
                template: {
                  spec: {
                    containers: [{ name: 'istio-proxy', image: 'proxy:2' }],
                  },
                },
              },
            },
          },
        ]),
      ],
    ],
    [
      'is a status',
      [
        asApplied(),
        live(spec(), [
          { manager: git, time: early, owns: { spec: spec() } },
          {
            manager: 'kube-controller-manager',
            subresource: 'status',
            owns: { status: { readyReplicas: 3 } },
          },
        ]),
      ],
    ],
    [
      'is a field that Git never set, such as that of kubectl rollout restart',
      [
        asApplied(),
        live(
          spec(),
          [
            { manager: git, time: early, owns: { spec: spec() } },
            {
              manager: 'kubectl-rollout',
              operation: 'Update',
              time: later,
              owns: {
                metadata: {
                  annotations: { 'kubectl.kubernetes.io/restartedAt': later },
                },
              },
            },
          ],
          { 'kubectl.kubernetes.io/restartedAt': later },
        ),
      ],
    ],
    [
      'is the same value set by somebody else',
      [
        asApplied(),
        live(spec(), [
          { manager: git, time: early, owns: { spec: allButReplicas } },
          { manager: 'kubectl', time: later, owns: { spec: { replicas: 3 } } },
        ]),
      ],
    ],
    ['is a new commit', [asApplied(), asApplied(scaled, undefined, later)]],
    [
      'is a new commit that fixes a drift as it comes',
      [asApplied(), edited, asApplied(spec({ image: 'api:2' }), {}, latest)],
    ],
    [
      'is a field that Git has dropped',
      [asApplied(), asApplied(spec({ limits: {} }), undefined, later)],
    ],
    [
      'is a field that Git has dropped and left to another',
      [
        asApplied(),
        edited,
        live(scaled, [
          { manager: git, time: latest, owns: { spec: allButReplicas } },
          { manager: 'kubectl-edit', time: later, owns: { spec: scaled } },
        ]),
      ],
    ],
    [
      'is in an object that Git says to create only',
      [
        asApplied(spec(), {
          'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent',
        }),
        replicasBy(
          'kubectl-edit',
          {},
          {
            'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent',
          },
        ),
      ],
    ],
    [
      'is in an object that Git says to ignore',
      [
        asApplied(spec(), { 'kustomize.toolkit.fluxcd.io/ssa': 'Ignore' }),
        replicasBy(
          'kubectl-edit',
          {},
          {
            'kustomize.toolkit.fluxcd.io/ssa': 'Ignore',
          },
        ),
      ],
    ],
    [
      'is ignored by a JSON pointer',
      [asApplied(), edited],
      rules({
        group: 'apps',
        kind: 'Deployment',
        jsonPointers: ['/spec/replicas'],
      }),
    ],
    [
      'is ignored by a pointer to what holds it',
      [asApplied(), edited],
      rules({ jsonPointers: ['/spec'] }),
    ],
    [
      'is ignored as a whole object',
      [asApplied(), edited],
      rules({ jsonPointers: [''] }),
    ],
    [
      'is ignored in an item of a list',
      [
        asApplied(),
        live(spec({ image: 'api:2' }), [
          { manager: 'kubectl-set', time: later, owns: { spec: spec() } },
          { manager: git, time: early, owns: { spec: { replicas: 3 } } },
        ]),
      ],
      rules({ jsonPointers: ['/spec/template/spec/containers/0/image'] }),
    ],
    [
      'is ignored by a plain expression',
      [asApplied(), edited],
      rules({ jqPathExpressions: ['.spec.replicas'] }),
    ],
    [
      'is ignored by its client',
      [asApplied(), edited],
      rules({ managedFieldsManagers: ['kubectl-edit'] }),
    ],
    [
      'can be known of an object that lost its managedFields in part',
      [
        asApplied(),
        live(spec({ limits: {} }), [
          { manager: 'velero', owns: { spec: { replicas: 3 } } },
        ]),
      ],
    ],
    ['is known of an object that is seen first with it', [edited]],
    [
      'is in what the application no longer lists',
      [asApplied(), edited],
      { listed: false },
    ],
  ];

  it.each(
    lookAlikes.map(
      ([name, states, options = {}]) => [name, states, options] as const,
    ),
  )('%s', (_, states, options) => {
    const verdict = fold(states, options);
    expect(verdict.findings.filter(({ kind }) => kind === 'override')).toEqual(
      [],
    );
    expect(verdict.unjudged).toBeUndefined();
  });

  it('but one, where rules ignore something else', () => {
    for (const rule of [
      { kind: 'StatefulSet', jsonPointers: ['/spec/replicas'] },
      { name: 'other', jsonPointers: [''] },
      { jsonPointers: ['/spec/replicas2', '/spec/template'] },
      { jqPathExpressions: ['.spec.template.spec.containers[].image'] },
      { managedFieldsManagers: ['kubectl-set'] },
    ]) {
      expect(fold([asApplied(), edited], rules(rule)).findings).toHaveLength(1);
    }
  });

  it('is known where the object cannot be judged, and none is forgotten', () => {
    const stripped = readLiveFields(
      ownedObject({ kind: 'Deployment', spec: scaled }, []),
      gitManagers,
    );
    const blind = fold([asApplied(), stripped]);
    expect(blind).toMatchObject({
      findings: [
        {
          kind: 'frozen',
          object,
          summary: expect.stringMatching(/is not told: .* no managedFields\./),
        },
      ],
      unjudged: expect.stringContaining('managedFields'),
    });
    expect(fold([asApplied(), stripped, edited]).findings).toHaveLength(1);
    expect(
      fold(
        [asApplied(), edited],
        rules({
          jqPathExpressions: ['.spec.containers[] | select(.name == "app")'],
        }),
      ).unjudged,
    ).toContain('select');
  });
});

it.each([
  ['Ignore', 'Flux does not apply it'],
  ['IfNotPresent', 'Flux only creates it'],
])('an object that Git says to %s is a blind spot', (ssa, words) => {
  const marked = asApplied(spec(), {
    'kustomize.toolkit.fluxcd.io/ssa': ssa,
  });
  expect(fold([marked]).findings).toMatchObject([
    {
      kind: 'frozen',
      object,
      summary: expect.stringContaining(words),
      correction: { expected: false },
    },
  ]);
  expect(fold([marked], { listed: false }).findings).toEqual([]);
});

describe('what corrects an override', () => {
  it.each([
    [{ suspended: true }, false, /suspended/],
    [{ state: 'failing' }, false, /cannot apply/],
    [
      { kind: 'HelmRelease', drift: { driftDetection: 'enabled' } },
      true,
      /Flux will undo it/,
    ],
    [
      { kind: 'HelmRelease', drift: { driftDetection: 'warn' } },
      false,
      /only warns/,
    ],
    [{ kind: 'HelmRelease' }, false, /before the next upgrade/],
    [
      { kind: 'Application', drift: { selfHeal: true } },
      true,
      /Argo CD will undo it/,
    ],
    [{ kind: 'Application' }, false, /self-heal is off/],
    [{ kind: 'Application', automated: false }, false, /auto-sync is off/],
    [{ kind: 'Bundle', engine: 'fleet' }, false, /not known whether fleet/],
  ])('%j', (parts, expected, reason) => {
    const application = { ...kustomization, ...parts } as Corrector;
    expect(
      fold([asApplied(), replicasBy('kubectl-edit')], { application })
        .findings[0].correction,
    ).toMatchObject({ expected, reason: expect.stringMatching(reason) });
  });
});
