import { compareVersions } from './compareVersions';
import type { DeliveredApplication, DeliveryInput } from './Delivery';
import { detectMissing } from './detectMissing';
import { detectSkew } from './detectSkew';

const environments = ['development', 'staging', 'production'];

function clustersOf(...names: string[]): DeliveryInput['clusters'] {
  return names.map(name => ({
    name,
    environment: environments.find(
      environment => environment.slice(0, 2) === name.slice(0, 2),
    ),
    hub: name.startsWith('hub'),
    engines: ['flux'],
    read: true,
  }));
}

/** `pr-eu`: a cluster of production in the region eu. */
function regional(...names: string[]): DeliveryInput['clusters'] {
  return clustersOf(...names).map(cluster => ({
    ...cluster,
    region: cluster.name.split('-')[1],
  }));
}

/** `{ pr1: '1.0.0' }`: what runs where; the first two letters are the environment's. */
function delivery(
  versions: Record<string, string | Partial<DeliveredApplication>>,
  rest: Partial<DeliveryInput> = {},
): DeliveryInput {
  const clusters = clustersOf(...Object.keys(versions));
  return {
    title: 'pay',
    environments,
    clusters,
    applications: clusters.map(({ name, environment }) => {
      const given = versions[name];
      return {
        id: `id of ${name}`,
        cluster: name,
        environment,
        state: 'healthy',
        suspended: false,
        ...(typeof given === 'string' ? { version: given } : given),
      };
    }),
    ...rest,
  };
}

describe('skew', () => {
  const commit = {
    version: 'main@9f2c1ab',
    revision: 'main@sha1:9f2c1ab03d4e9f2c1ab03d4e9f2c1ab03d4e9f2c',
  };
  const cases: [string, DeliveryInput, string[]][] = [
    ['is none where all agree', delivery({ pr1: '1.0', pr2: '1.0' }), []],
    [
      'is what differs from what most have',
      delivery({ pr1: '1.1.0', pr2: '1.0.0', pr3: '1.1.0' }),
      ['pr2 from "1.1.0" to "1.0.0"'],
    ],
    [
      'is what is older where as many have each',
      delivery({ pr1: '1.9.0', pr2: '1.10.0' }),
      ['pr1 from "1.10.0" to "1.9.0"'],
    ],
    [
      'is told of versions without an order too',
      delivery({ pr1: 'blue', pr2: 'green' }),
      ['pr2 from "blue" to "green"'],
    ],
    [
      'is none across environments while promotion is under way',
      delivery({ de1: '1.2.0', st1: '1.1.0', pr1: '1.0.0' }),
      [],
    ],
    [
      'is an alarm where production is ahead of staging',
      delivery({ de1: '2.0.0', st1: '1.1.0', pr1: '1.2.0' }),
      ['pr1 ahead from "1.1.0" to "1.2.0"'],
    ],
    [
      'is none where one cluster of staging has it already',
      delivery({ st1: '1.1.0', st2: '1.1.0', st3: '1.2.0', pr1: '1.2.0' }),
      ['st3 from "1.1.0" to "1.2.0"'],
    ],
    [
      'is an alarm where production is ahead of development, and there is no staging',
      delivery({ de1: '1.1.0', pr1: '1.1.1' }),
      ['pr1 ahead from "1.1.0" to "1.1.1"'],
    ],
    [
      'is none where versions have no order across environments',
      delivery({ st1: 'a1b2c3d', pr1: 'e4f5a6b' }),
      [],
    ],
    [
      'is none of a release candidate that became the release',
      delivery({ st1: '1.2.0', pr1: '1.2.0-rc.10' }),
      [],
    ],
    [
      'is none by commits of a monorepo, which move with everything',
      delivery({
        pr1: commit,
        pr2: { ...commit, version: commit.revision },
        pr3: '1.0.0',
      }),
      [],
    ],
    [
      'is none of what is under way',
      delivery({
        pr1: '1.0.0',
        pr2: { version: '1.1.0', state: 'progressing' },
      }),
      [],
    ],
    [
      'is none of clusters without an environment',
      delivery({ xx1: '1.0.0', xx2: '1.1.0' }),
      [],
    ],
  ];

  it.each(cases)('%s', (_, input, expected) => {
    expect(
      detectSkew(input).map(({ cluster, finding }) =>
        [cluster, finding.key, 'from', finding.from, 'to', finding.to]
          .filter(Boolean)
          .join(' '),
      ),
    ).toEqual(expected);
  });

  it('counts when a new version had time to reach all clusters', () => {
    const [{ applicationId, finding }] = detectSkew(
      delivery({
        pr1: { version: '1.1.0', versionSince: '2026-01-05T08:00:00Z' },
        pr2: { version: '1.0.0', suspended: true },
      }),
    );
    expect(applicationId).toBe('id of pr2');
    expect(finding).toMatchObject({
      summary:
        'pay runs 1.0.0 on pr2, and 1.1.0 on another cluster of production.',
      since: '2026-01-05T08:00:00Z',
      opensAt: '2026-01-05T08:30:00.000Z',
      remedy: 'Resume the application.',
    });
  });
});

describe('missing', () => {
  const versions = { pr1: '1', pr2: '1', pr3: '1' };
  const world = regional(
    ...['st', 'pr'].flatMap(environment =>
      ['eu', 'us', 'ap'].map(region => `${environment}-${region}`),
    ),
  );
  const cases: [string, DeliveryInput, string[]][] = [
    [
      'is it from the cluster that most others of its environment are unlike',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4', 'st1'),
      }),
      ['pr4'],
    ],
    [
      'is nothing where only some have it',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4', 'pr5'),
      }),
      [],
    ],
    [
      'is nothing where two of three have it, which is too few to go by',
      delivery(
        { pr1: '1', pr2: '1' },
        { clusters: clustersOf('pr1', 'pr2', 'pr3') },
      ),
      [],
    ],
    [
      'is it where two of three have it, and the environment before has it in the same region',
      delivery(
        { 'st-ap': '1', 'pr-eu': '1', 'pr-us': '1' },
        { clusters: world },
      ),
      ['pr-ap'],
    ],
    [
      'is nothing in a region that has it in no environment',
      delivery(
        { 'st-eu': '1', 'st-us': '1', 'pr-eu': '1', 'pr-us': '1' },
        { clusters: world },
      ),
      [],
    ],
    [
      'is nothing in such a region, whatever share of the others has it',
      delivery(
        { 'pr-eu': '1', 'pr-us': '1', 'pr-sa': '1' },
        { clusters: [...world, ...regional('pr-sa')] },
      ),
      [],
    ],
    [
      'is it from a region of one cluster that most others are unlike',
      delivery(
        { 'pr-eu': '1', 'pr-us': '1', 'pr-sa': '1' },
        { clusters: regional('pr-eu', 'pr-us', 'pr-sa', 'pr-ap') },
      ),
      ['pr-ap'],
    ],
    [
      'is nothing by another cluster of a region in which there are several, which may differ on purpose',
      delivery(
        { 'st-eu-1': '1', 'pr-eu-1': '1', 'pr-eu-2': '1' },
        { clusters: regional('st-eu-1', 'pr-eu-1', 'pr-eu-2', 'pr-eu-3') },
      ),
      [],
    ],
    [
      'is nothing where what it deploys runs, whatever deploys it',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4'),
        running: new Set(['pr4']),
      }),
      [],
    ],
    [
      'is nothing where an ApplicationSet decides, and what it decides is not known',
      delivery(
        Object.fromEntries(
          Object.keys(versions).map(name => [name, { placed: true }]),
        ),
        {
          clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4'),
          targets: { by: 'ApplicationSet pay' },
        },
      ),
      [],
    ],
    [
      'is it where an engine of its own could have it, and an ApplicationSet decides elsewhere',
      delivery(
        { pr1: '1', pr2: { placed: true }, pr3: { placed: true } },
        {
          clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4'),
          targets: { by: 'ApplicationSet pay' },
        },
      ),
      ['pr4'],
    ],
    [
      'is nothing on a cluster that cannot be read',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4').map(cluster => ({
          ...cluster,
          read: cluster.name !== 'pr4',
        })),
      }),
      [],
    ],
    [
      'is nothing where the one engine that delivers it is not, unless it is delivered from elsewhere',
      delivery(
        {
          pr1: { version: '1', engine: 'argocd' },
          pr2: { version: '1', engine: 'argocd' },
          pr3: { version: '1', engine: 'argocd' },
        },
        { clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4') },
      ),
      [],
    ],
    [
      'is nothing on a hub',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'hub').map(cluster => ({
          ...cluster,
          environment: 'production',
        })),
      }),
      [],
    ],
    [
      'is it from the environment that promotion went past',
      delivery(
        { de1: '1', pr1: '1' },
        {
          clusters: clustersOf('de1', 'st1', 'pr1'),
        },
      ),
      ['st1'],
    ],
    [
      'is nothing from the region of an environment that promotion goes past in another',
      delivery(
        { 'de-eu': '1', 'pr-eu': '1' },
        {
          clusters: regional('de-eu', 'de-us', 'st-eu', 'st-us', 'pr-eu'),
        },
      ),
      ['st-eu'],
    ],
    [
      'is nothing from environments that promotion has not reached',
      delivery({ de1: '1' }, { clusters: clustersOf('de1', 'st1', 'pr1') }),
      [],
    ],
    [
      'is it from every target that is listed, and from no other',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4', 'st1', 'st2'),
        targets: { by: 'ApplicationSet pay', clusters: ['pr1', 'pr2', 'st1'] },
      }),
      ['st1'],
    ],
  ];

  it.each(cases)('%s', (_, input, clusters) => {
    expect(detectMissing(input).map(({ cluster }) => cluster)).toEqual(
      clusters,
    );
  });

  it('says why it should be there', () => {
    const summaryOf = (input: DeliveryInput) =>
      detectMissing(input)[0].finding.summary;
    expect(
      summaryOf(
        delivery(versions, {
          clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4'),
        }),
      ),
    ).toBe('pay is not on pr4: most clusters of production have it, 3 of 4.');
    expect(
      summaryOf(
        delivery(
          { 'st-ap': '1', 'pr-eu': '1', 'pr-us': '1' },
          { clusters: world },
        ),
      ),
    ).toBe(
      'pay is not on pr-ap: most clusters of production have it, 2 of 3, and so has st-ap.',
    );
  });
});

describe('compareVersions', () => {
  it('orders as semantic versions go', () => {
    const ordered = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-rc.2',
      '1.0.0-rc.10',
      'v1.0.0',
      '1.2',
      '1.10.0+build',
    ];
    expect(
      [...ordered].reverse().sort((a, b) => compareVersions(a, b)!),
    ).toEqual(ordered);
    expect(compareVersions('1.2', '1.2.0+x')).toBe(0);
    expect(compareVersions('1.2.0', 'latest')).toBeUndefined();
  });
});
