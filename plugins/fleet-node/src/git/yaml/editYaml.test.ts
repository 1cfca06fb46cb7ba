import { parse } from 'yaml';
import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';

const claim = `# Staging in Frankfurt
apiVersion: platform.example.org/v1alpha1
kind: KubernetesCluster
metadata:
  name: staging-eu-central-1   # as the fleet knows it
spec:
  kubernetes: {version: "1.34"}
  owner: 'team-a'
  nodeGroups:
    # for everything
    - name: general
      minSize: 2 # two zones
      maxSize: 6
    - name: batch
      minSize: 0
      maxSize: 20

  addons: [flux, kyverno]
  notes: |
    First line
    second line

  empty:
`;

/** The lines that differ, as a diff shows them. */
function diff(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) {
    first++;
  }
  let last = 0;
  while (
    last < Math.min(a.length, b.length) - first &&
    a.at(-1 - last) === b.at(-1 - last)
  ) {
    last++;
  }
  return [
    ...a.slice(first, a.length - last).map(line => `-${line}`),
    ...b.slice(first, b.length - last).map(line => `+${line}`),
  ];
}

function edit(...edits: YamlEdit[]): string[] {
  return diff(claim, editYaml(claim, edits).text);
}

describe('editYaml', () => {
  it.each<[string, YamlEdit, string[]]>([
    [
      'a string that reads as a number, in its quotes',
      { op: 'set', path: ['spec', 'kubernetes', 'version'], value: '1.35' },
      ['-  kubernetes: {version: "1.34"}', '+  kubernetes: {version: "1.35"}'],
    ],
    [
      'a number, with its comment',
      { op: 'set', path: ['spec', 'nodeGroups', 0, 'minSize'], value: 3 },
      ['-      minSize: 2 # two zones', '+      minSize: 3 # two zones'],
    ],
    [
      'single quotes',
      { op: 'set', path: ['spec', 'owner'], value: "ada's" },
      ["-  owner: 'team-a'", "+  owner: 'ada''s'"],
    ],
    [
      'a plain string that now needs quotes',
      { op: 'set', path: ['metadata', 'name'], value: 'no' },
      [
        '-  name: staging-eu-central-1   # as the fleet knows it',
        '+  name: "no"   # as the fleet knows it',
      ],
    ],
    [
      'lines',
      { op: 'set', path: ['spec', 'notes'], value: 'First line\nthird line' },
      [
        '-  notes: |',
        '-    First line',
        '-    second line',
        '+  notes: |-',
        '+    First line',
        '+    third line',
      ],
    ],
    [
      'a key that has no value',
      { op: 'set', path: ['spec', 'empty'], value: 'x' },
      ['-  empty:', '+  empty: x'],
    ],
    [
      'keys that are missing',
      { op: 'set', path: ['metadata', 'labels', 'a/b'], value: '1' },
      ['+  labels:', '+    a/b: "1"'],
    ],
    [
      'of a list only what differs',
      {
        op: 'set',
        path: ['spec', 'nodeGroups'],
        value: [
          { name: 'general', minSize: 2, maxSize: 6 },
          { name: 'spot', minSize: 1, maxSize: 3, taints: ['spot'] },
          { name: 'batch', minSize: 0, maxSize: 20 },
        ],
      },
      [
        '+    - name: spot',
        '+      minSize: 1',
        '+      maxSize: 3',
        '+      taints:',
        '+        - spot',
      ],
    ],
    [
      'an item within brackets',
      { op: 'insert', path: ['spec', 'addons'], value: 'a, b' },
      ['-  addons: [flux, kyverno]', '+  addons: [flux, kyverno, "a, b"]'],
    ],
    [
      'an item that goes',
      { op: 'delete', path: ['spec', 'addons', 0] },
      ['-  addons: [flux, kyverno]', '+  addons: [kyverno]'],
    ],
    [
      'a first item',
      {
        op: 'insert',
        path: ['spec', 'nodeGroups'],
        at: 0,
        value: { name: 'a' },
      },
      ['+    - name: a'],
    ],
    [
      'an item in lines that goes',
      { op: 'delete', path: ['spec', 'nodeGroups', 1] },
      ['-    - name: batch', '-      minSize: 0', '-      maxSize: 20'],
    ],
    [
      'the first key of an item',
      { op: 'delete', path: ['spec', 'nodeGroups', 1, 'name'] },
      ['-    - name: batch', '-      minSize: 0', '+    - minSize: 0'],
    ],
    [
      'the only key of a map',
      { op: 'delete', path: ['metadata', 'name'] },
      [
        '-metadata:',
        '-  name: staging-eu-central-1   # as the fleet knows it',
        '+metadata: {}',
      ],
    ],
    [
      'a list in place of nothing',
      { op: 'insert', path: ['spec', 'empty'], value: { a: true } },
      ['+    - a: true'],
    ],
    [
      'lines in place of a word',
      { op: 'set', path: ['spec', 'owner'], value: { team: 'a' } },
      ["-  owner: 'team-a'", '+  owner:', '+    team: a'],
    ],
    [
      'a word in place of lines',
      { op: 'set', path: ['spec', 'nodeGroups', 1], value: 'none' },
      [
        '-    - name: batch',
        '-      minSize: 0',
        '-      maxSize: 20',
        '+    - none',
      ],
    ],
    [
      'what is so already',
      { op: 'set', path: ['spec', 'owner'], value: 'team-a' },
      [],
    ],
    ['what is not there', { op: 'delete', path: ['spec', 'region'] }, []],
  ])('changes %s and no other line', (_, step, expected) => {
    expect(edit(step)).toEqual(expected);
  });
  it('parses', () => expect(parse(claim)).toBeDefined());
});
