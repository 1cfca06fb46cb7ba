import { parse } from 'yaml';
import { comparableOf } from './comparableOf';
import { compareObjects } from './compareObjects';
import { hideSecrets } from '../secrets/hideSecrets';

/** Path, state and both sides of each difference; `added` are paths that somebody else set. */
function differences(desired: string, live: string, added: string[] = []) {
  const [wanted, found] = [desired, live].map(text =>
    comparableOf(
      hideSecrets({ apiVersion: 'v1', metadata: {}, ...parse(text) }),
    ),
  );
  return compareObjects(wanted, found, path => {
    if (added.includes(path)) {
      return 'all';
    }
    return added.some(other => other.startsWith(path)) ? 'part' : 'none';
  }).differences.map(({ path, state, desired: from, live: to }) => [
    path,
    state,
    JSON.parse(JSON.stringify([from ?? null, to ?? null])),
  ]);
}

const containers = '.spec.template.spec.containers';

describe('compareObjects', () => {
  it('finds what was changed and removed', () => {
    expect(
      differences(
        'spec: {replicas: 3, paused: true, strategy: {type: Recreate}}',
        'spec: {replicas: 5, strategy: {}}',
      ),
    ).toEqual([
      ['.spec.replicas', 'changed', [3, 5]],
      ['.spec.strategy.type', 'removed', ['Recreate', null]],
      ['.spec.paused', 'removed', [true, null]],
    ]);
  });

  it.each([
    ['status', 'status: {replicas: 1}', 'status: {replicas: 2}'],
    [
      'bookkeeping of the API server and of kubectl',
      'metadata: {creationTimestamp: null, annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}}',
      'metadata: {creationTimestamp: "2026-01-01T00:00:00Z", uid: u, generation: 7, resourceVersion: "9", annotations: {deployment.kubernetes.io/revision: "3"}}',
    ],
    [
      'defaults',
      'spec: {replicas: 1}',
      'spec: {replicas: 1, revisionHistoryLimit: 10, template: {spec: {dnsPolicy: ClusterFirst}}}',
    ],
    [
      'what says nothing and is left out',
      'spec: {hostNetwork: false, resources: {}, env: [], name: "", nothing: null}',
      'spec: {}',
    ],
    [
      'the unit of a quantity',
      'spec: {resources: {limits: {cpu: 1000m, memory: 1Gi}, requests: {cpu: 0.7, memory: 512Mi}}}',
      'spec: {resources: {limits: {cpu: "1", memory: 1024Mi}, requests: {cpu: 700m, memory: "536870912"}}}',
    ],
    [
      'the order of containers, variables and mounts',
      'spec: {template: {spec: {containers: [{name: a, env: [{name: X, value: "1"}, {name: Y, value: "2"}]}, {name: b, volumeMounts: [{mountPath: /a}, {mountPath: /b}]}]}}}',
      'spec: {template: {spec: {containers: [{name: b, volumeMounts: [{mountPath: /b}, {mountPath: /a}]}, {name: a, env: [{name: Y, value: "2"}, {name: X, value: "1"}]}]}}}',
    ],
    [
      'the default protocol of a port',
      'spec: {ports: [{port: 80}, {port: 53, protocol: UDP}]}',
      'spec: {ports: [{port: 53, protocol: UDP, targetPort: 53}, {port: 80, protocol: TCP, targetPort: 80}]}',
    ],
    [
      'the order of finalizers',
      'metadata: {finalizers: [a, b]}',
      'metadata: {finalizers: [b, a]}',
    ],
    [
      'defaults in lists whose items have no keys',
      'spec: {rules: [{host: a, paths: [{path: /}]}]}',
      'spec: {rules: [{host: a, paths: [{path: /, pathType: Prefix}]}]}',
    ],
  ])('does not take for a difference: %s', (_, desired, live) => {
    expect(differences(desired, live)).toEqual([]);
  });

  it('names items by their keys, so that an insert shifts nothing', () => {
    expect(
      differences(
        'spec: {template: {spec: {containers: [{name: app, image: "app:1", ports: [{containerPort: 80, name: http}]}, {name: proxy, image: "proxy:1"}]}}}',
        'spec: {template: {spec: {containers: [{name: sidecar, image: "x:1"}, {name: app, image: "app:2", ports: [{containerPort: 80, protocol: TCP, name: web}]}]}}}',
        [`${containers}[?(@.name=="sidecar")]`],
      ),
    ).toEqual([
      [
        `${containers}[?(@.name=="sidecar")]`,
        'added',
        [null, { name: 'sidecar', image: 'x:1' }],
      ],
      [`${containers}[?(@.name=="app")].image`, 'changed', ['app:1', 'app:2']],
      [
        `${containers}[?(@.name=="app")].ports[?(@.containerPort==80 && @.protocol=="TCP")].name`,
        'changed',
        ['http', 'web'],
      ],
      [
        `${containers}[?(@.name=="proxy")]`,
        'removed',
        [{ name: 'proxy', image: 'proxy:1' }, null],
      ],
    ]);
  });

  it('takes lists without keys by place while they are as long, else as a whole', () => {
    expect(
      differences(
        'spec: {args: [a, b], rules: [{host: a}, {host: b}], env: [{name: X}, {name: X}]}',
        'spec: {args: [a, c], rules: [{host: a}, {host: c}], env: [{name: X}]}',
      ),
    ).toEqual([
      [
        '.spec.args',
        'changed',
        [
          ['a', 'b'],
          ['a', 'c'],
        ],
      ],
      ['.spec.rules[1].host', 'changed', ['b', 'c']],
      [
        '.spec.env',
        'changed',
        [[{ name: 'X' }, { name: 'X' }], [{ name: 'X' }]],
      ],
    ]);
  });

  it('keeps empty values of labels and data, and what others added beside them', () => {
    expect(
      differences(
        'metadata: {labels: {a: "", b: x}}\ndata: {empty: ""}',
        'metadata: {labels: {b: x, mine: y, default: z}}\ndata: {}',
        ['.metadata.labels.mine'],
      ),
    ).toEqual([
      ['.metadata.labels.mine', 'added', [null, 'y']],
      ['.metadata.labels.a', 'removed', ['', null]],
      ['.data.empty', 'removed', ['', null]],
    ]);
  });

  it('finds what somebody added in a part that Git does not set at all', () => {
    expect(
      differences('spec: {}', 'spec: {resources: {limits: {cpu: "1"}, x: y}}', [
        '.spec.resources.limits.cpu',
      ]),
    ).toEqual([['.spec.resources.limits.cpu', 'added', [null, '1']]]);
  });
});

describe('hideSecrets', () => {
  const hidden = '••••••';
  const env = (name: string, value: string) =>
    `spec: {containers: [{name: app, env: [{name: ${name}, value: "${value}"}]}]}`;

  it.each([
    ['DB_PASSWORD', 'old', 'new'],
    ['STRIPE_API_KEY', 'old', 'new'],
    ['DATABASE_URL', 'postgres://app:old@db/app', 'postgres://app:new@db/app'],
  ])('tells of %s only that it differs', (name, from, to) => {
    expect(differences(env(name, from), env(name, to))).toEqual([
      [
        `.spec.containers[?(@.name=="app")].env[?(@.name=="${name}")].value`,
        'changed',
        [hidden, hidden],
      ],
    ]);
    expect(differences(env(name, from), env(name, from))).toEqual([]);
  });

  it('tells of a Secret only which entries differ, in whichever field they were written', () => {
    expect(
      differences(
        'kind: Secret\nstringData: {same: word, changed: old, gone: x}',
        'kind: Secret\ndata: {same: d29yZA==, changed: bmV3, more: eA==}',
        ['.data.more'],
      ),
    ).toEqual([
      ['.data.changed', 'changed', [hidden, hidden]],
      ['.data.more', 'added', [null, hidden]],
      ['.data.gone', 'removed', [hidden, null]],
    ]);
  });

  it('hides private keys and named entries of a ConfigMap, and nothing that only refers to a secret', () => {
    const shown = JSON.stringify(
      hideSecrets({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
        data: {
          'api-token': 'aaa',
          'tls.txt': '-----BEGIN RSA PRIVATE KEY-----\nbbb',
          'log.level': 'debug',
        },
        spec: { secretName: 'ccc', automountServiceAccountToken: true },
      }),
    );
    expect(shown).not.toMatch(/aaa|bbb/);
    expect(shown).toContain('debug');
    expect(shown).toContain('"secretName":"ccc"');
  });
});
