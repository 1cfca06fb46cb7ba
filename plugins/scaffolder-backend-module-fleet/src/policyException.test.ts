import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { fleetFiles } from './__testUtils__/fleetFiles';
import { clusterOf } from './__testUtils__/records';
import { shippedTemplate } from './__testUtils__/shippedTemplate';
import { TestScaffolder } from './__testUtils__/TestScaffolder';

const day = (inDays: number) =>
  new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
const soon = day(30);
const later = day(200);

const request = {
  change: 'request',
  engine: 'kyverno',
  cluster: 'dev-1',
  name: 'search-as-root',
  owner: 'group:default/search',
  reason: 'Until: the new "base" image # is out',
  expires: soon,
  policy: 'require-run-as-nonroot',
  rule: 'run-as-non-root',
  namespace: 'discovery',
  resource: 'search',
  kind: 'Deployment',
};
const own = 'clusters/dev-1/exceptions/search-as-root.yaml';
const constraint = 'policies/not-as-root.yaml';
const constraintText = `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPAllowedUsers
metadata:
  name: not-as-root
spec:
  match:
    # The platform's own
    excludedNamespaces: [kube-system]
`;

describe('template policy-exception', () => {
  jest.setTimeout(120_000);
  let scaffolder: TestScaffolder;

  beforeEach(async () => {
    scaffolder = await TestScaffolder.start({
      files: { ...fleetFiles, [constraint]: constraintText },
    });
    scaffolder.fleet.clusters = [clusterOf('dev-1')];
  });
  afterEach(() => scaffolder.stop());

  /** What the pull request has, once it is open. */
  const propose = async (values: object) => {
    const { change, name, namespace } = values as typeof request;
    const outcome = await scaffolder.order(
      shippedTemplate('policy-exception'),
      values as JsonObject,
    );
    expect({ status: outcome.status, log: outcome.log }).toMatchObject({
      status: 'completed',
    });
    const proposed = await scaffolder.git.readFiles(
      'platform/fleet',
      `fleet/except/dev-1-${name ?? namespace}-${change}`,
    );
    await scaffolder.git.commit('platform/fleet', {
      message: 'Merge it',
      files: { [own]: undefined, ...proposed },
    });
    return proposed;
  };

  it('excepts a workload for a while, for longer, and no more', async () => {
    const first = await propose(request);
    expect(parse(first[own])).toEqual({
      apiVersion: 'kyverno.io/v2',
      kind: 'PolicyException',
      metadata: {
        name: 'search-as-root',
        namespace: 'discovery',
        annotations: {
          'fleetcommander.io/entity': request.owner,
          'fleetcommander.io/owner': request.owner,
          'fleetcommander.io/reason': request.reason,
          'fleetcommander.io/expires': soon,
        },
      },
      spec: {
        background: true,
        exceptions: [
          {
            policyName: 'require-run-as-nonroot',
            ruleNames: [
              'run-as-non-root',
              'autogen-run-as-non-root',
              'autogen-cronjob-run-as-non-root',
            ],
          },
        ],
        match: {
          any: [
            {
              resources: {
                kinds: ['Deployment'],
                namespaces: ['discovery'],
                names: ['search'],
              },
            },
            {
              resources: {
                kinds: ['ReplicaSet'],
                namespaces: ['discovery'],
                names: [
                  'search-???????',
                  'search-????????',
                  'search-?????????',
                  'search-??????????',
                ],
              },
            },
            {
              resources: {
                kinds: ['Pod'],
                namespaces: ['discovery'],
                names: [
                  'search-???????-',
                  'search-???????-?????',
                  'search-????????-',
                  'search-????????-?????',
                  'search-?????????-',
                  'search-?????????-?????',
                  'search-??????????-',
                  'search-??????????-?????',
                ],
              },
            },
          ],
        },
      },
    });
    expect(first['clusters/dev-1/kustomization.yaml']).toContain(
      '- exceptions/search-as-root.yaml',
    );
    const { pulls } = scaffolder.git.repository('platform/fleet');
    expect([...pulls.values()]).toMatchObject([
      { title: 'Except search-as-root on dev-1' },
    ]);

    const { owner: _, ...known } = request;
    const reason = 'The image is late';
    const second = await propose({
      ...known,
      change: 'extend',
      reason,
      expires: later,
    });
    expect(second[own]).toBe(
      first[own]
        .replace(soon, later)
        .replace(/reason: .*/, `reason: "${reason}"`),
    );

    const { expires: __, ...rest } = known;
    const third = await propose({ ...rest, change: 'retire', reason });
    expect(third).not.toHaveProperty([own]);
    expect(third['clusters/dev-1/kustomization.yaml']).toBe(
      fleetFiles['clusters/dev-1/kustomization.yaml'],
    );
  });

  const long = `${'long-'.repeat(9)}name`;

  it.each([
    {
      kind: 'Deployment',
      name: long,
      makes: [
        `ReplicaSet ${long}-7d4b9c6f8`,
        // It has no name yet where its images are looked at.
        `Pod ${long}-7d4b9c6f8-`,
        // Cut, so that it has 63 letters.
        `Pod ${long}-7d4b9c6fx2k9w`,
      ],
    },
    {
      kind: 'StatefulSet',
      name: 'search',
      makes: ['Pod search-0', 'Pod search-12'],
    },
    {
      kind: 'CronJob',
      name: 'search',
      makes: ['Job search-29867405', 'Pod search-29867405-x2k9w'],
    },
  ])(
    'excepts what a $kind makes, and not what others do',
    async ({ kind, name, makes }) => {
      const proposed = await propose({ ...request, kind, resource: name });
      const letsThrough = (made: string) =>
        parse(proposed[own]).spec.match.any.some(
          ({ resources }: { resources: Record<string, string[]> }) =>
            resources.names.some(pattern =>
              new RegExp(
                `^${resources.kinds} ${pattern.replaceAll('?', '.')}$`,
              ).test(made),
            ),
        );
      expect(makes.filter(made => !letsThrough(made))).toEqual([]);
      const others = [
        `Deployment ${name}-api`,
        `ReplicaSet ${name}-api-7d4b9c6f8`,
        `Pod ${name}-api-7d4b9c6f8-x2k9w`,
        `Pod ${name}-api-x2k9w`,
        `Pod ${name}-proxy-0`,
        `Job ${name}-api-29867405`,
      ];
      expect(others.filter(letsThrough)).toEqual([]);
    },
  );

  it('does so in CEL', async () => {
    const { rule: _, kind: __, ...rest } = request;
    const cel = {
      ...rest,
      entity: 'component:default/search',
      engine: 'kyverno-cel',
      policyKind: 'ValidatingPolicy',
      resource: 'search.v2',
    };
    const first = await propose(cel);
    expect(parse(first[own])).toMatchObject({
      apiVersion: 'policies.kyverno.io/v1',
      metadata: {
        annotations: { 'fleetcommander.io/entity': 'component:default/search' },
      },
      spec: {
        policyRefs: [
          { kind: 'ValidatingPolicy', name: 'require-run-as-nonroot' },
        ],
        matchConditions: [
          {
            expression: [
              'object.metadata.namespace == "discovery" && ((has(object.metadata.name) && object.metadata.name == "search.v2") ||',
              '(object.kind in ["ReplicaSet", "Job", "Pod"] && has(object.metadata.ownerReferences) &&',
              'object.metadata.ownerReferences.exists(owner, owner.name.matches("^search[.]v2(-[0-9b-df-hj-np-tv-xz]{7,10})?$"))))',
            ].join(' '),
          },
        ],
        expiresAt: `${soon}T23:59:59Z`,
        properties: { owner: request.owner, reason: request.reason },
      },
    });
    const second = await propose({ ...cel, change: 'extend', expires: later });
    expect(second[own]).toBe(first[own].replace(soon, later));
  });

  it('has a constraint of Gatekeeper leave a namespace alone', async () => {
    const { name: _, ...rest } = request;
    const gatekeeper = { ...rest, engine: 'gatekeeper', constraint };
    const first = await propose(gatekeeper);
    expect(first[constraint]).toContain(
      "    # The platform's own\n    excludedNamespaces: [kube-system, discovery]\n",
    );
    expect(parse(first[constraint]).metadata.annotations).toEqual({
      'exclusion.fleetcommander.io/discovery': JSON.stringify({
        until: soon,
        owner: request.owner,
        reason: request.reason,
      }),
    });
    const { owner: _owner, ...longer } = gatekeeper;
    const extended = await propose({
      ...longer,
      change: 'extend',
      expires: later,
    });
    expect(extended[constraint]).toBe(first[constraint].replace(soon, later));
    const second = await propose({ ...gatekeeper, change: 'retire' });
    expect(parse(second[constraint]).spec).toEqual(parse(constraintText).spec);
    expect(second[constraint]).not.toContain('until');
  });

  it.each([
    ['another exception', 'apiVersion: kyverno.io/v2\nkind: PolicyException'],
    ['what is none', 'apiVersion: v1\nkind: ConfigMap'],
  ])('does not take %s out with one', async (_, other) => {
    const exception =
      'apiVersion: kyverno.io/v2\nkind: PolicyException\nmetadata:\n  name: search-as-root\n';
    await scaffolder.git.commit('platform/fleet', {
      message: 'Except two things',
      files: {
        [own]: `${exception}---\n${other}\nmetadata:\n  name: other\n`,
      },
    });
    const { status, log } = await scaffolder.order(
      shippedTemplate('policy-exception'),
      { ...request, change: 'retire' },
    );
    expect({ status, log }).toEqual({
      status: 'failed',
      log: expect.stringContaining(
        `${own} has to hold one PolicyException and nothing else to be taken out, and holds 2 objects: take search-as-root out by hand`,
      ),
    });
  });

  it('says what is wrong, and proposes nothing', async () => {
    for (const [wrong, message] of [
      [{ expires: '2020-01-01' }, '"2020-01-01" is over already'],
      [{ expires: day(500) }, 'is more than a year away'],
      [{ expires: '2026-02-30' }, 'is no day'],
      [{ reason: '           ' }, 'reason: an exception needs one'],
      [{ cluster: 'nowhere' }, 'there is no cluster nowhere that you may see'],
      [{ change: 'retire' }, 'the one on dev-1 comes from elsewhere'],
      [{ name: '../../x' }, 'pattern'],
      // What is not narrowed down would be let through altogether.
      [{ policy: undefined }, 'requires property \\"policy\\"'],
      [{ namespace: undefined }, 'requires property \\"namespace\\"'],
      [{ resource: undefined }, 'requires property \\"resource\\"'],
      [
        {
          engine: 'kyverno-cel',
          policyKind: 'ValidatingPolicy',
          resource: undefined,
        },
        'requires property \\"resource\\"',
      ],
      [{ namespace: 'a" || true || "' }, 'pattern'],
      [
        { engine: 'gatekeeper', constraint: '../x' },
        'the path "../x" is not plain',
      ],
      [
        { engine: 'gatekeeper', constraint: 'clusters/dev-1/search.yaml' },
        'has to hold one constraint of Gatekeeper, and holds 0',
      ],
      [
        { engine: 'gatekeeper', constraint, change: 'extend' },
        'does not leave discovery alone, so there is nothing to extend',
      ],
      [
        { engine: 'gatekeeper', constraint, namespace: 'kube-system' },
        'leaves kube-system alone already',
      ],
    ] as const) {
      const { status, log } = await scaffolder.order(
        shippedTemplate('policy-exception'),
        { ...request, ...wrong } as JsonObject,
      );
      expect({ wrong, status, log }).toEqual({
        wrong,
        status: expect.stringMatching('failed|refused'),
        log: expect.stringContaining(message),
      });
    }
    expect(
      scaffolder.git.requests.filter(({ method }) => method !== 'GET'),
    ).toEqual([]);
  });
});
