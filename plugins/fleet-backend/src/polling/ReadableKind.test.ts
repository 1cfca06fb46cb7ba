import type { Engine } from '@fleetcommander/backstage-plugin-fleet-node';
import { gatekeeperEngine } from '../engines/gatekeeper/gatekeeperEngine';
import type { Discovery } from '../kubernetes/discovery';
import type { CollectionKey } from '../store/FleetPollStore';
import { isReadBy, readableKinds } from './ReadableKind';

const group = 'constraints.gatekeeper.sh';
const verbs = ['list', 'watch'];
const categories: string[] = [];

function kindsOf(
  engine: Engine,
  discovery: Discovery,
  known: readonly CollectionKey[] = [],
) {
  return readableKinds({
    engines: [engine],
    discovery,
    known,
    proofKeys: [],
    gitManagers: new Set(),
    intervalMs: 30_000,
  });
}

function constraintsOf(...given: [Discovery, (readonly CollectionKey[])?]) {
  return kindsOf(gatekeeperEngine, ...given)
    .filter(({ key }) => key.group === group)
    .map(({ key: { kind, plural, version }, absent }) => ({
      kind,
      plural,
      version,
      absent,
    }));
}

describe('kinds that an engine reads with all of their group', () => {
  const labels = {
    kind: 'K8sRequiredLabels',
    plural: 'k8srequiredlabels',
    version: 'v1beta1',
  };

  it('are those that can be listed, each once, in the best version that is served', () => {
    expect(
      constraintsOf({
        resources: [
          { group, ...labels, version: 'v1alpha1', verbs, categories },
          { group, ...labels, verbs, categories },
          {
            group,
            ...labels,
            plural: 'k8srequiredlabels/status',
            verbs,
            categories,
          },
          {
            group,
            ...labels,
            plural: 'unlisted',
            verbs: ['create'],
            categories,
          },
          {
            group,
            ...labels,
            plural: 'newer',
            version: 'v2',
            verbs,
            categories,
          },
        ],
        unknownGroups: [],
      }),
    ).toEqual([{ ...labels, absent: undefined }]);
  });

  it('are not installed once, not each', () => {
    expect(constraintsOf({ resources: [], unknownGroups: [] })).toEqual([
      { kind: '*', plural: '*', version: 'v1beta1', absent: 'not-installed' },
    ]);
  });

  it('stay while discovery cannot tell of their group', () => {
    const key = { engine: 'gatekeeper', group, ...labels };
    expect(isReadBy([gatekeeperEngine], key)).toBe(true);
    expect(isReadBy([gatekeeperEngine], { ...key, engine: 'flux' })).toBe(
      false,
    );
    expect(
      constraintsOf({ resources: [], unknownGroups: [group] }, [key]),
    ).toEqual([{ ...labels, absent: 'unknown' }]);
  });
});

describe('kinds that an engine reads with all of their category', () => {
  const kind = { group: '*', kind: '*', plural: '*', versions: [], project };
  const engine: Engine = {
    name: 'crossplane',
    title: 'Crossplane',
    projectionVersion: 1,
    kinds: [
      { ...kind, category: 'composite' },
      { ...kind, category: 'managed', pace: 'populated' },
      { ...kind, group: 'pkg.x.io', plural: 'packages', versions: ['v1'] },
    ],
  };
  const bucket = { group: 's3.aws.x.io', kind: 'Bucket', plural: 'buckets' };

  function project() {
    return [];
  }

  function found(...given: [Discovery, (readonly CollectionKey[])?]) {
    return kindsOf(engine, ...given)
      .filter(({ key }) => key.group !== 'pkg.x.io')
      .map(({ key, kind: { category }, absent, everySeconds }) =>
        [category, key.group, key.version, key.plural, absent, everySeconds]
          .filter(Boolean)
          .join(' '),
      );
  }

  it('are those of any group, in the version that the API server prefers, and each read once', () => {
    expect(
      found({
        resources: [
          { ...bucket, version: 'v1beta2', verbs, categories: ['managed'] },
          { ...bucket, version: 'v1beta1', verbs, categories: ['managed'] },
          {
            ...bucket,
            plural: 'both',
            version: 'v1',
            verbs,
            categories: ['managed', 'composite'],
          },
          {
            ...bucket,
            plural: 'buckets/status',
            version: 'v1beta1',
            verbs,
            categories: ['managed'],
          },
          { ...bucket, plural: 'others', version: 'v1', verbs, categories },
          {
            group: 'pkg.x.io',
            kind: 'Package',
            plural: 'packages',
            version: 'v1',
            verbs,
            categories: ['managed'],
          },
        ],
        unknownGroups: [],
      }),
    ).toEqual([
      'composite s3.aws.x.io v1 both 30',
      'managed s3.aws.x.io v1beta2 buckets 300',
    ]);
  });

  it('are not installed once a category, whatever else does not answer', () => {
    expect(found({ resources: [], unknownGroups: ['metrics.k8s.io'] })).toEqual(
      [
        'composite * * composite not-installed 30',
        'managed * * managed not-installed 300',
      ],
    );
    expect(
      isReadBy([engine], { engine: 'crossplane', group: '*', plural: 'gone' }),
    ).toBe(false);
  });

  it('stay while discovery cannot tell of their group, each once', () => {
    const key = { engine: 'crossplane', version: 'v1', ...bucket };
    expect(isReadBy([engine], key)).toBe(true);
    expect(
      found({ resources: [], unknownGroups: [bucket.group] }, [key, key]),
    ).toEqual([
      'composite s3.aws.x.io v1 buckets unknown 30',
      'managed * * managed not-installed 300',
    ]);
  });
});
