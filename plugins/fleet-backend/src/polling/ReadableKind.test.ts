import { gatekeeperEngine } from '../engines/gatekeeper/gatekeeperEngine';
import type { Discovery } from '../kubernetes/discovery';
import type { CollectionKey } from '../store/FleetPollStore';
import { isReadBy, readableKinds } from './ReadableKind';

const group = 'constraints.gatekeeper.sh';
const verbs = ['list', 'watch'];

function constraintsOf(
  discovery: Discovery,
  known: readonly CollectionKey[] = [],
) {
  return readableKinds({
    engines: [gatekeeperEngine],
    discovery,
    known,
    proofKeys: [],
    gitManagers: new Set(),
    intervalMs: 30_000,
  })
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
          { group, ...labels, version: 'v1alpha1', verbs },
          { group, ...labels, verbs },
          { group, ...labels, plural: 'k8srequiredlabels/status', verbs },
          { group, ...labels, plural: 'unlisted', verbs: ['create'] },
          { group, ...labels, plural: 'newer', version: 'v2', verbs },
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
