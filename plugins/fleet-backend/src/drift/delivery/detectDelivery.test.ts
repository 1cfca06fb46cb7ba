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
  const versions = { pr1: '1', pr2: '1' };
  const cases: [string, DeliveryInput, string[]][] = [
    [
      'is it from the cluster that most others of its environment are unlike',
      delivery(versions, { clusters: clustersOf('pr1', 'pr2', 'pr3', 'st1') }),
      ['pr3'],
    ],
    [
      'is nothing where only some have it',
      delivery(versions, { clusters: clustersOf('pr1', 'pr2', 'pr3', 'pr4') }),
      [],
    ],
    [
      'is nothing where one of two has it',
      delivery({ pr1: '1' }, { clusters: clustersOf('pr1', 'pr2') }),
      [],
    ],
    [
      'is nothing on a cluster that cannot be read',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3').map(cluster => ({
          ...cluster,
          read: cluster.name !== 'pr3',
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
        },
        { clusters: clustersOf('pr1', 'pr2', 'pr3') },
      ),
      [],
    ],
    [
      'is nothing on a hub',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'hub').map(cluster => ({
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
      'is nothing from environments that promotion has not reached',
      delivery({ de1: '1' }, { clusters: clustersOf('de1', 'st1', 'pr1') }),
      [],
    ],
    [
      'is it from every target that is listed, and from no other',
      delivery(versions, {
        clusters: clustersOf('pr1', 'pr2', 'pr3', 'st1', 'st2'),
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
    const [{ finding }] = detectMissing(
      delivery(versions, { clusters: clustersOf('pr1', 'pr2', 'pr3') }),
    );
    expect(finding.summary).toBe(
      'pay is not on pr3: most clusters of production have it, 2 of 3.',
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
