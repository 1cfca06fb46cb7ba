import { checkBounds } from './checkBounds';
import { checkMetadata } from './checkMetadata';

describe('checkBounds', () => {
  function nested(depth: number): object {
    let value = {};
    for (let level = 0; level < depth; level += 1) {
      value = { in: value };
    }
    return value;
  }

  it('lets claims through', () => {
    expect(checkBounds({ spec: { groups: [{ name: 'a' }] } })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['is nested without end', nested(100_000), 'nested more than 50 deep'],
    ['has values without end', Array(20_000).fill(0), 'more than 10000 values'],
    [
      'reaches for the prototype',
      JSON.parse('{"spec":{"__proto__":{"admin":true}}}'),
      'spec.__proto__: is not a name for a field',
    ],
    [
      'reaches for the constructor',
      { spec: [{ constructor: { prototype: {} } }] },
      'spec[0].constructor: is not a name',
    ],
  ])('stops at what %s', (_, manifest, message) => {
    const [error] = checkBounds(manifest);
    expect(`${error.path}: ${error.message}`).toContain(message);
  });
});

describe('checkMetadata', () => {
  function check(metadata: object, kind = {}) {
    return checkMetadata(
      { metadata },
      { namespaced: true, makesClusters: true, ...kind },
    ).map(({ path, message }) => `${path}: ${message}`);
  }

  it('lets names through', () => {
    expect(
      check({
        name: 'staging-eu-central-1',
        namespace: 'fleet-system',
        labels: { 'example.org/team': 'pay' },
        annotations: { note: 'Anything: at all' },
      }),
    ).toEqual([]);
    expect(
      check({ name: 'a.b' }, { namespaced: false, makesClusters: false }),
    ).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no name', { generateName: 'x-' }, 'metadata.name: is missing'],
    ['300 characters', { name: 'a'.repeat(300) }, '300 characters; at most 63'],
    ['a way out', { name: '../../etc' }, '"../../etc" is not a name'],
    ['YAML', { name: 'a: {b}' }, '"a: {b}" is not a name'],
    ['a look-alike', { name: 'stаging' }, 'а(U+0430)'],
    ['what cannot be seen', { name: 'stg\u200b' }, '(U+200B)'],
    ['a dot, of a cluster', { name: 'a.b' }, '"a.b" is not a name'],
    ['a number', { name: 7 }, 'metadata.name: has to be a text, not 7'],
    ['no namespace', { name: 'a' }, 'metadata.namespace: is missing'],
    [
      'a list of labels',
      { name: 'a', labels: { a: ['b'] } },
      'metadata.labels.a: has to be a text',
    ],
    [
      'a label with spaces',
      { name: 'a', labels: { a: 'b c' } },
      '"b c" is not a label',
    ],
    [
      'a key with spaces',
      { name: 'a', annotations: { 'a b': 'c' } },
      'is not a key',
    ],
  ])('tells %s', (_, metadata, message) => {
    expect(check(metadata).join('\n')).toContain(message);
  });

  it('tells a namespace where there is none', () => {
    expect(check({ name: 'a', namespace: 'b' }, { namespaced: false })).toEqual(
      [expect.stringContaining('lie in no namespace')],
    );
  });
});
