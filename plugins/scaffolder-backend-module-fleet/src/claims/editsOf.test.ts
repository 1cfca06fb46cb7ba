import { claimFile } from '../__testUtils__/records';
import { editsOf } from './editsOf';
import { readManifests } from './readManifests';

const [manifest] = readManifests('claim.yaml', claimFile('staging-1'));
const fields = {
  environment: ['spec', 'environment'],
  version: ['spec', 'kubernetes', 'version'],
  nodeGroups: ['spec', 'nodeGroups'],
  addons: ['spec', 'addons'],
};
const general = {
  maxSize: 4,
  minSize: 2,
  instanceType: 'm6i.large',
  name: 'general',
};
const spot = {
  name: 'spot',
  instanceType: 'c7i.large',
  minSize: 0,
  maxSize: 2,
};

describe('editsOf', () => {
  const edits = (wanted: Parameters<typeof editsOf>[2]) =>
    editsOf(manifest, fields, wanted).map(({ edit }) => edit);

  it('changes nothing that a form was filled in with', () => {
    expect(
      edits({
        version: '1.34',
        nodeGroups: [{ ...general, taints: [] }, spot],
        onlyTheseNodeGroups: true,
        addons: ['block-storage', 'block-storage'],
      }),
    ).toEqual([]);
  });

  it('takes away from the end, so that nothing moves that is still to go', () => {
    expect(
      edits({
        nodeGroups: [
          {
            name: 'gpu',
            taints: [{ key: 'gpu', value: undefined, effect: 'NoSchedule' }],
          },
        ],
        onlyTheseNodeGroups: true,
        addons: [],
      }),
    ).toEqual([
      {
        op: 'insert',
        path: ['spec', 'nodeGroups'],
        value: { name: 'gpu', taints: [{ key: 'gpu', effect: 'NoSchedule' }] },
      },
      { op: 'delete', path: ['spec', 'nodeGroups', 1] },
      { op: 'delete', path: ['spec', 'nodeGroups', 0] },
      { op: 'delete', path: ['spec', 'addons', 0] },
    ]);
  });

  it('does not take an empty form for a wish', () => {
    expect(() => edits({ nodeGroups: [], onlyTheseNodeGroups: true })).toThrow(
      'a cluster needs nodes',
    );
  });
});
