import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldsOf, itemsOf } from '../../engines/fields';
import { parseManifests } from '../../engines/parseManifests';
import { MASK } from '../../secrets/SecretValue';
import {
  clusterDefinition,
  clusterManifest,
} from '../__fixtures__/clusterDefinition';
import { SchemaCache } from './SchemaCache';
import type { StructuralSchema } from './StructuralSchema';
import { validateClaim } from './validateClaim';

const cache = new SchemaCache();

function validate(spec: object, old?: object, definition = clusterDefinition) {
  const withSpec = (changes: object) => ({
    ...clusterManifest,
    spec: { ...clusterManifest.spec, ...changes },
  });
  const { errors, unchecked, manifest } = validateClaim(
    cache.get(definition),
    withSpec(spec),
    old && withSpec(old),
  );
  return {
    errors: errors.map(error => `${error.path}: ${error.message}`),
    unchecked,
    manifest,
  };
}

/** A definition whose spec has one field. */
function definitionOf(field: StructuralSchema): StructuralSchema {
  const { spec } = clusterDefinition.properties!;
  return {
    type: 'object',
    properties: {
      spec: { ...spec, properties: { ...spec.properties, field } },
    },
  };
}

describe('validateClaim', () => {
  it('fills in defaults at any depth, as the API server does', () => {
    const { errors, unchecked, manifest } = validate({
      cloudProvider: null,
      note: null,
      nodeGroups: [{ name: 'general', minSize: 2 }],
    });
    expect({ errors, unchecked }).toEqual({ errors: [], unchecked: [] });
    expect(fieldsOf(manifest).spec).toEqual({
      cloudProvider: 'aws',
      note: null,
      region: 'eu-west-1',
      environment: 'staging',
      kubernetes: { version: '1.35', channel: 'stable' },
      nodeGroups: [
        { name: 'general', minSize: 2, maxSize: 3, instanceType: 'm6i.large' },
      ],
    });
  });

  it.each<[string, object, string]>([
    [
      'an unknown field, with the one that was meant',
      { nodeGroup: [] },
      'spec.nodeGroup: is not a field; did you mean nodeGroups?',
    ],
    [
      'a missing field',
      { kubernetes: {} },
      'spec.kubernetes.version: is missing',
    ],
    [
      'a value that is not offered',
      { kubernetes: { version: '1.36' } },
      'spec.kubernetes.version: "1.36" is not one of "1.34", "1.35"; did you mean 1.34?',
    ],
    ['a wrong type', { region: 3 }, 'spec.region: has to be a text, not 3'],
    [
      'a number that YAML made of a version',
      { kubernetes: { version: 1.3 } },
      'spec.kubernetes.version: has to be a text, not 1.3',
    ],
    [
      'a look-alike',
      { environment: 'stаging' },
      'spec.environment: "st\u0430(U+0430)ging" is not one of "development", "staging", "production"; did you mean staging?',
    ],
    [
      'what does not match, in the syntax of Go',
      { region: 'Frankfurt; rm -rf /' },
      'spec.region: "Frankfurt; rm -rf /" does not match ^(?i)[a-z]+-[a-z]+-[0-9]$',
    ],
    [
      'a format',
      { endpoint: 'not a uri' },
      'spec.endpoint: "not a uri" is not a uri',
    ],
    [
      'neither number nor text',
      { port: true },
      'spec.port: has to be a whole number or a text, not true',
    ],
    [
      'an entry of a map',
      { tags: { 'example.org/team': 1 } },
      'spec.tags[example.org/team]: has to be a text, not 1',
    ],
    [
      'a bound that excludes its limit',
      { nodeGroups: [{ name: 'a', 'max-pods': 8 }] },
      'spec.nodeGroups[0].max-pods: has to be more than 8, not 8',
    ],
    [
      'a name twice',
      { nodeGroups: [{ name: 'a' }, { name: 'b' }, { name: 'a' }] },
      'spec.nodeGroups[2]: repeats spec.nodeGroups[0]',
    ],
    [
      'an item of a set twice',
      { addons: ['dns', 'dns'] },
      'spec.addons[1]: repeats spec.addons[0]',
    ],
    [
      'a rule with words of its own',
      { nodeGroups: [{ name: 'a', minSize: 5, maxSize: 2 }] },
      'spec.nodeGroups[0]: has at least 5 nodes and at most 2',
    ],
    [
      'a rule that names the field',
      { nodeGroups: [{ name: 'a', 'max-pods': 500.5 }] },
      'spec.nodeGroups[0].max-pods: too many pods',
    ],
    [
      'a rule over a list',
      { environment: 'production' },
      'spec: production has at least 3 nodes',
    ],
  ])('tells %s', (_, spec, error) => {
    expect(validate(spec).errors).toContain(error);
  });

  it('tells all at once', () => {
    const { errors } = validate({
      region: undefined,
      cloudProvider: 'ibm',
      nodeGroups: [{ name: 'x'.repeat(21), maxSize: 101 }],
      addons: ['a', 'b', 'c', 'd'],
    });
    expect(errors).toHaveLength(5);
  });

  it('lets through what may be anything, and what Crossplane adds', () => {
    const { errors } = validate({
      extra: { any: [{ thing: 1 }] },
      port: '80',
      tags: { a: 'b' },
      compositionSelector: { matchLabels: { provider: 'aws' } },
      crossplane: { compositionRef: { name: 'aws' } },
    });
    expect(errors).toEqual([]);
  });

  it('looks back only when there was something before', () => {
    expect(validate({ region: 'eu-west-2' }).errors).toEqual([]);
    expect(validate({ region: 'eu-west-2' }, {}).errors).toEqual([
      'spec.region: cannot be changed',
    ]);
    expect(validate({}, {}).errors).toEqual([]);
    expect(validate({}, { region: MASK }).unchecked).toEqual([
      expect.objectContaining({
        path: 'spec.region',
        why: expect.stringContaining('masked'),
      }),
    ]);
  });

  it.each<[string, StructuralSchema, unknown, string]>([
    [
      'calls what only Kubernetes has',
      {
        type: 'string',
        'x-kubernetes-validations': [
          { rule: "quantity(self).isGreaterThan(quantity('1Gi'))" },
        ],
      },
      '2Gi',
      'quantity',
    ],
    [
      'is in a syntax that is not known here',
      {
        type: 'string',
        'x-kubernetes-validations': [{ rule: "self.?a.orValue('') == ''" }],
      },
      'x',
      'cannot be read',
    ],
    [
      'is a pattern that cannot be read',
      { type: 'string', pattern: '(?<=x)y' },
      'x',
      'pattern cannot be read',
    ],
    [
      'would take for ever',
      {
        type: 'array',
        items: { type: 'integer' },
        'x-kubernetes-validations': [
          {
            rule: 'self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d > 0))))',
          },
        ],
      },
      Array.from({ length: 500 }, () => 1),
      'in time',
    ],
  ])('says what was not checked: a rule that %s', (_, field, value, why) => {
    const { errors, unchecked } = validate(
      { field: value },
      undefined,
      definitionOf(field),
    );
    expect(errors).toEqual([]);
    expect(unchecked).toEqual([
      expect.objectContaining({ why: expect.stringContaining(why) }),
    ]);
  });

  it('answers patterns that backtrack for ever elsewhere', () => {
    const { errors } = validate(
      { field: `${'a'.repeat(5_000)}!` },
      undefined,
      definitionOf({ type: 'string', pattern: '^(a+)+$' }),
    );
    expect(errors).toEqual([
      expect.stringMatching(/^spec\.field: .*\^\(a\+\)\+\$$/),
    ]);
  });
});

const folder = process.env.FLEET_TEST_MANIFESTS;

describe('definitions of real clusters', () => {
  if (!folder) {
    it.todo('set FLEET_TEST_MANIFESTS to a folder of YAML files');
    return;
  }
  const objects = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.ya?ml$/.test(file))
    .flatMap(file =>
      parseManifests(readFileSync(path.join(folder, file), 'utf8')),
    )
    .flatMap(manifest => ('object' in manifest ? [manifest.object] : []));
  const definitions = objects
    .filter(({ kind }) =>
      ['CompositeResourceDefinition', 'CustomResourceDefinition'].includes(
        kind,
      ),
    )
    .flatMap(({ spec }) => {
      const { group, names, claimNames, versions } = fieldsOf(spec);
      return itemsOf(versions).map(version => ({
        group,
        kinds: [fieldsOf(names).kind, fieldsOf(claimNames).kind],
        version: fieldsOf(version).name,
        definition: fieldsOf(
          fieldsOf(fieldsOf(version).schema).openAPIV3Schema,
        ),
      }));
    });

  it('can be read, each of them', () => {
    const unread = definitions.flatMap(({ definition, kinds, version }) => {
      const { unchecked } = cache.get(definition);
      return unchecked.map(({ why }) => `${kinds[0]} ${version}: ${why}`);
    });
    expect(definitions.length).toBeGreaterThan(0);
    expect(unread).toEqual([]);
  });

  it('check all of what is made by them', () => {
    const unchecked = objects.flatMap(object => {
      const made = definitions.find(
        ({ group, kinds, version }) =>
          object.apiVersion === `${group}/${version}` &&
          kinds.includes(object.kind),
      );
      return made
        ? validateClaim(cache.get(made.definition), object).unchecked
        : [];
    });
    expect(unchecked).toEqual([]);
  });
});
