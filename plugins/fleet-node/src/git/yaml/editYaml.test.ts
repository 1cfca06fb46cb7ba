import { parse } from 'yaml';
import { editYaml } from './editYaml';
import type { YamlEdit, YamlPath } from './YamlEdit';

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

  it('keeps anchors, and says what an alias or a merge key is overridden with', () => {
    const text = [
      'small: &small { cpu: 1 }',
      'size: &size 3',
      'a:',
      '  <<: *small',
      '  min: *size',
      'b: *small',
      '',
    ].join('\n');
    const set = (path: YamlPath, value: number) =>
      editYaml(text, [{ op: 'set', path, value }]);
    expect(set(['a', 'min'], 5)).toEqual({
      text: text.replace('min: *size', 'min: 5'),
      changes: [
        {
          path: ['a', 'min'],
          from: 3,
          to: 5,
          line: 5,
          overrides: 'the alias *size',
        },
      ],
    });
    const merged = set(['a', 'cpu'], 2);
    expect(diff(text, merged.text)).toEqual(['+  cpu: 2']);
    expect(merged.changes).toMatchObject([
      { from: 1, to: 2, overrides: 'a merge key (<<)' },
    ]);
    // What others repeat is theirs as well.
    expect(() => set(['size'], 4)).toThrow(
      'line 2, column 1: size cannot be edited without changing something else',
    );
    expect(() => set(['b', 'cpu'], 4)).toThrow('b repeats what &small says');
    expect(() =>
      editYaml(text, [{ op: 'delete', path: ['a', 'cpu'] }]),
    ).toThrow('a has cpu from a merge key');
  });

  it('chooses among documents, and leaves the others', () => {
    const text = `---\n${claim}---\nkind: ConfigMap\nmetadata: { name: a }\n...\n---\nkind: ConfigMap\nmetadata: { name: b }\n`;
    const edits: YamlEdit[] = [
      { op: 'set', path: ['data', 'yes'], value: 'no' },
    ];
    expect(
      diff(
        text,
        editYaml(text, edits, { document: { kind: 'ConfigMap', name: 'a' } })
          .text,
      ),
    ).toEqual(['+data:', '+  "yes": "no"']);
    expect(() => editYaml(text, edits)).toThrow(
      'there are: KubernetesCluster staging-eu-central-1, ConfigMap a, ConfigMap b',
    );
    expect(() => editYaml(text, edits, { document: { name: 'c' } })).toThrow(
      'there is no document c (there is: KubernetesCluster',
    );
    expect(() => editYaml('# nothing\n', edits)).toThrow('there is: nothing');
  });

  it('keeps line ends, a byte order mark, tabs, and an end without a line break', () => {
    const edits: YamlEdit[] = [
      { op: 'insert', path: ['list'], value: { a: 1, b: '2' } },
      { op: 'set', path: ['key'], value: 'next' },
    ];
    expect(
      editYaml('\ufeffkey:\tvalue\t# why\r\nlist:\r\n- x\t# y', edits).text,
    ).toBe(
      '\ufeffkey:\tnext\t# why\r\nlist:\r\n- x\t# y\r\n- a: 1\r\n  b: "2"',
    );
  });

  it.each([
    '1.30',
    '0777',
    '0o17',
    '1e3',
    '1_000',
    '12:30:45',
    '.inf',
    'yes',
    'Off',
    'null',
    '~',
    '',
    '2024-01-01',
    '0x1F',
    '-',
    '- a',
    '? a',
    'a: b',
    'a #b',
    '#a',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    '`a',
    '{{ a }}',
    '[a',
    'a, b',
    '"a',
    "'a",
    '|',
    '> a',
    '---',
    '...',
    '<<',
    '=',
    ' a ',
    'a\tb',
    'a\nb',
    'a\r\nb',
    'a\0b',
    'a\u2028b',
    'a\u0085b',
    '\ufeffa',
    'ünïcödé 🚢',
    '../../etc',
    '${{ secrets }}',
    'x'.repeat(300),
  ])('writes %j so that everybody reads that string', value => {
    const text =
      'a: plain\nb: \'single\'\nc: "double"\nd: [flow]\ne: |\n  block\n';
    const paths: YamlPath[] = [
      ['a'],
      ['b'],
      ['c'],
      ['d', 0],
      ['e'],
      ['f', value],
    ];
    const { text: after } = editYaml(
      text,
      paths.map(path => ({ op: 'set' as const, path, value })),
    );
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(after, { version })).toEqual({
        a: value,
        b: value,
        c: value,
        d: [value],
        e: value,
        f: { [value]: value },
      });
    }
  });

  it.each<[string, YamlEdit, string]>([
    ['a: 1\n  b: 2\n', { op: 'set', path: ['a'], value: 1 }, 'line 1, column'],
    ['a: 1\na: 2\n', { op: 'set', path: ['a'], value: 1 }, 'line 2, column 1'],
    ['a: [1\n', { op: 'set', path: ['a'], value: 1 }, 'line 2'],
    ['a: {{ b }}\n', { op: 'set', path: ['a', 'c'], value: 1 }, 'line 1'],
    ['a:\n\t- 1\n', { op: 'set', path: ['a'], value: 1 }, 'line 2'],
    ['a: [1]\n', { op: 'set', path: ['a', 3], value: 1 }, 'a list of 1'],
    ['a: 1\n', { op: 'set', path: ['a', 'b'], value: 1 }, 'a single value'],
    ['a: 1\n', { op: 'insert', path: ['a'], value: 1 }, 'a is no list'],
    ['a: [1]\n', { op: 'insert', path: ['a'], value: 1, at: 5 }, '1 items'],
    ['a: 1\n', { op: 'delete', path: ['a'] }, 'delete the file'],
    ['a: 1\n', { op: 'set', path: [], value: 1 }, 'a whole document'],
    [
      `a: &a [x]\n${'bcdefgh'
        .split('')
        .map((to, index) => {
          const from = 'abcdefg'[index];
          return `${to}: &${to} [${`*${from}, `.repeat(9)}*${from}]\n`;
        })
        .join('')}`,
      { op: 'set', path: ['a'], value: 1 },
      'cannot be resolved',
    ],
  ])('says where and what to do: %#', (text, step, words) => {
    let failure: unknown;
    try {
      editYaml(text, [step]);
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({
      name: 'YamlError',
      message: expect.stringContaining(words),
    });
  });
});
