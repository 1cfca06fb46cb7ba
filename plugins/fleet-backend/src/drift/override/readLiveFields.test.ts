import { gitManagers } from './gitManagers';
import { itemsOnPath, splitPath } from './fieldPath';
import { readLiveFields } from './readLiveFields';
import { ownedObject } from './__fixtures__/ownedObject';

const git = gitManagers();
const time = '2026-01-05T08:00:00Z';

describe('readLiveFields', () => {
  it('reads leaves with their managers and values', () => {
    const spec = {
      replicas: 3,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'api' } },
      template: {
        spec: {
          containers: [
            {
              name: 'app',
              image: 'api:1',
              args: ['--port', '8080'],
              ports: [{ containerPort: 8080, protocol: 'TCP' }],
            },
          ],
        },
      },
    };
    const live = readLiveFields(
      ownedObject(
        {
          kind: 'Deployment',
          metadata: { name: 'api', finalizers: ['x'] } as never,
          spec,
          status: { readyReplicas: 3 },
        },
        [
          {
            manager: 'kustomize-controller',
            time,
            owns: { spec, metadata: { finalizers: ['x'] } },
          },
          {
            manager: 'kubectl-edit',
            operation: 'Update',
            time,
            owns: { spec: { replicas: 3 }, status: { readyReplicas: 3 } },
          },
          {
            manager: 'kube-controller-manager',
            operation: 'Update',
            subresource: 'status',
            owns: { spec: { replicas: 3 }, status: { readyReplicas: 3 } },
          },
        ],
      ),
      git,
    );
    expect(live).toEqual({
      object: {
        group: 'apps',
        version: 'v1',
        kind: 'Deployment',
        namespace: 'pay',
        name: 'api',
      },
      managers: [
        { name: 'kustomize-controller', operation: 'Apply', time },
        { name: 'kubectl-edit', operation: 'Update', time },
      ],
      fields: {
        '.metadata.finalizers[?(@=="x")]': [[0], '"x"'],
        '.spec.replicas': [[0, 1], '3'],
        '.spec.selector.matchLabels["app.kubernetes.io/name"]': [[0], '"api"'],
        '.spec.template.spec.containers[?(@.name=="app")].name': [[0], '"app"'],
        '.spec.template.spec.containers[?(@.name=="app")].image': [
          [0],
          '"api:1"',
        ],
        '.spec.template.spec.containers[?(@.name=="app")].args': [
          [0],
          '["--port","8080"]',
        ],
        '.spec.template.spec.containers[?(@.name=="app")].ports[?(@.containerPort==8080 && @.protocol=="TCP")].containerPort':
          [[0], '8080'],
        '.spec.template.spec.containers[?(@.name=="app")].ports[?(@.containerPort==8080 && @.protocol=="TCP")].protocol':
          [[0], '"TCP"'],
      },
    });
  });

  it('tells long values apart without keeping them', () => {
    const texts = ['a', 'b'].map(end => {
      const data = { file: 'x'.repeat(100_000) + end };
      return readLiveFields(
        ownedObject({ kind: 'ConfigMap', data }, [
          { manager: 'helm-controller', owns: { data } },
        ]),
        git,
      ).fields['.data.file'][1];
    });
    expect(texts[0]).not.toBe(texts[1]);
    expect(texts[0].length).toBeLessThanOrEqual(500);
  });

  it('marks what looks like a secret, so that it is told apart and not known', () => {
    const textOf = (spec: object, path: string) =>
      readLiveFields(
        ownedObject({ kind: 'Deployment', spec }, [
          { manager: 'kustomize-controller', owns: { spec } },
        ]),
        git,
      ).fields[path][1];
    const variable = (name: string, value: string) =>
      textOf(
        { containers: [{ name: 'app', env: [{ name, value }] }] },
        `.spec.containers[?(@.name=="app")].env[?(@.name=="${name}")].value`,
      );
    const marked = /^"••••••#[0-9a-f]{3}"$/;
    expect(variable('DB_PASSWORD', 'a')).toMatch(marked);
    expect(variable('DB_PASSWORD', 'a')).toBe(variable('DB_PASSWORD', 'a'));
    expect(variable('DB_PASSWORD', 'a')).not.toBe(variable('DB_PASSWORD', 'b'));
    expect(variable('DB_URL', 'amqp://me:word@queue')).toMatch(marked);
    expect(variable('LOG_LEVEL', 'debug')).toBe('"debug"');
    // In what is owned as a whole as well.
    const atomic = { template: { name: 'A_TOKEN', value: 'word' } };
    expect(textOf({ args: [atomic] }, '.spec.args')).toMatch(
      /"name":"A_TOKEN","value":"••••••#/,
    );
  });

  const object = { kind: 'ConfigMap', data: { a: '1' } };
  it.each([
    ['no managedFields', { metadata: { name: 'api' } }, /has no managedFields/],
    [
      'managedFields that are none',
      { metadata: { name: 'api', managedFields: 'none' as never } },
      /has no managedFields/,
    ],
    [
      '10,000 entries of managedFields',
      {
        metadata: {
          name: 'api',
          managedFields: Array.from({ length: 10_000 }, (_, index) => ({
            manager: `m${index}`,
            fieldsV1: { 'f:data': { 'f:a': {} } },
          })),
        },
      },
      /more than 1000 clients/,
    ],
    [
      'very many fields',
      {
        data: Object.fromEntries(
          Array.from({ length: 20_000 }, (_, index) => [`k${index}`, '']),
        ),
        metadata: {
          name: 'api',
          managedFields: [
            {
              manager: 'm',
              fieldsV1: {
                'f:data': Object.fromEntries(
                  Array.from({ length: 20_000 }, (_, index) => [
                    `f:k${index}`,
                    {},
                  ]),
                ),
              },
            },
          ],
        },
      },
      /more than 10000 fields/,
    ],
    [
      'fields without end',
      {
        metadata: {
          name: 'api',
          managedFields: [
            {
              manager: 'm',
              fieldsV1: Array.from({ length: 5_000 }).reduce<object>(
                inner => ({ 'f:a': inner }),
                {},
              ),
            },
          ],
        },
      },
      /levels deep/,
    ],
    ['a Secret', { kind: 'Secret' }, /never read/],
  ])('does not judge %s', (_, parts, reason) => {
    const live = readLiveFields(
      { ...ownedObject(object, []), ...parts } as never,
      git,
    );
    expect(live.unjudged).toMatch(reason);
    expect(live.fields).toEqual({});
  });

  it('survives entries that make no sense', () => {
    const live = readLiveFields(
      {
        ...ownedObject(object, []),
        metadata: {
          name: 'api',
          managedFields: [
            null,
            'text',
            { manager: 7, time: 'soon', fieldsV1: 'none' },
            {
              manager: '<img src=x onerror=alert(1)>'.repeat(100),
              time: 'soon',
              fieldsV1: {
                'f:data': { 'f:a': {}, 'f:__proto__': {}, 'f:gone': {} },
                'k:{broken': {},
                'x:': {},
                'i:99': {},
              },
            },
          ],
        },
      },
      git,
    );
    expect(live.fields).toEqual({ '.data.a': [[3], '"1"'] });
    expect(live.managers[3]).toEqual({
      name: expect.stringMatching(/^<img src=x.{118}$/),
      operation: 'Update',
    });
  });

  it('reads what a client claims of each of very many items', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `N${index}`);
    const claims = names.map(name => [
      `k:{"name":"${name === 'N7' ? name : `not-${name}`}"}`,
      { 'f:value': {} },
    ]);
    const live = readLiveFields(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: 'web',
          managedFields: [
            {
              manager: 'x',
              fieldsV1: { 'f:spec': { 'f:env': Object.fromEntries(claims) } },
            },
          ],
        },
        spec: { env: names.map(name => ({ name, value: 'x' })) },
      },
      git,
    );
    expect(live.fields).toEqual({
      '.spec.env[?(@.name=="N7")].value': [[0], '"x"'],
    });
  });
});

describe('a path', () => {
  const path =
    '.spec.containers[?(@.name=="a)].b\\"")].env[?(@.name=="X")].value';

  it('has parts', () => {
    expect(splitPath(path)).toEqual([
      '.spec',
      '.containers',
      '[?(@.name=="a)].b\\"")]',
      '.env',
      '[?(@.name=="X")]',
      '.value',
    ]);
    expect(splitPath('.a["b.c"][0]')).toEqual(['.a', '["b.c"]', '[0]']);
  });

  it('leads through items', () => {
    expect(itemsOnPath(path)).toEqual([
      '.spec.containers[?(@.name=="a)].b\\"")]',
      '.spec.containers[?(@.name=="a)].b\\"")].env[?(@.name=="X")]',
    ]);
  });
});
