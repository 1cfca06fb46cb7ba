import type { ClusterClient } from './ClusterClient';
import type { Label } from './Labelled';
import type { SeededRandom } from './SeededRandom';

/** A Deployment that Git applied, and what its random parts are. */
export interface Subject {
  client: ClusterClient;
  path: string;
  /** As Git has it. */
  manifest: ReturnType<typeof manifestOf>;
  container: string;
  random: SeededRandom;
}

/** A change to a Deployment, in steps a second apart. */
export interface OverrideScenario {
  name: string;
  steps: ((subject: Subject) => Promise<void>)[];
  expected(subject: Subject): Label[];
  annotations?: Record<string, string>;
  ignored?: string;
}

export const git = 'kustomize-controller';

export function manifestOf(
  random: SeededRandom,
  name: string,
  annotations: Record<string, string> = {},
) {
  const container = random.pick(['app', 'server', 'web.main', 'api-1']);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace: 'default',
      labels: { team: 'pay' },
      annotations,
    },
    spec: {
      replicas: 2 + random.below(5),
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name: container,
              image: `registry.example.org/pay/${name}:1.${random.below(90)}.0`,
              env: [
                { name: 'MODE', value: random.pick(['fast', 'safe']) },
                { name: 'LEVEL', value: 'info' },
              ],
              resources: {
                limits: { cpu: '1', memory: `${1 + random.below(8)}Gi` },
              },
            },
            { name: 'sidecar', image: 'proxy:2' },
          ],
        },
      },
    },
  };
}

const containers = '.spec.template.spec.containers';
const itemOf = (name: string) => `${containers}[?(@.name=="${name}")]`;
const override = (path?: string, manager?: string): Label => ({
  kind: 'override',
  path,
  manager,
});

function template(container: object) {
  return { spec: { template: { spec: { containers: [container] } } } };
}

const scale = (manager: string) => async (subject: Subject) =>
  subject.client.patch(`${subject.path}/scale`, 'merge', manager, {
    spec: { replicas: 20 + subject.random.below(50) },
  });

const edit = (manager: string) => async (subject: Subject) =>
  subject.client.patch(subject.path, 'merge', manager, {
    spec: { replicas: 20 + subject.random.below(50) },
  });

/** Git applies again, with a part of its manifest changed. */
const commit =
  (change: (manifest: Subject['manifest']) => object) =>
  async ({ client, path, manifest }: Subject) =>
    client.patch(path, 'apply', git, change(manifest));

const byContainer =
  (patch: (container: string) => object, manager: string) =>
  async ({ client, path, container }: Subject) =>
    client.patch(path, 'strategic', manager, template(patch(container)));

const removeMemory = byContainer(
  name => ({ name, resources: { limits: { memory: null } } }),
  'kubectl-edit',
);

const relabel = commit(given => ({
  ...given,
  metadata: { ...given.metadata, labels: { team: 'new' } },
}));

const applyReplicas =
  (replicas: (manifest: Subject['manifest']) => number) =>
  async ({ client, path, manifest }: Subject) => {
    const { apiVersion, kind } = manifest;
    await client.patch(path, 'apply', 'kubectl', {
      apiVersion,
      kind,
      spec: { replicas: replicas(manifest) },
    });
  };

const none = () => [];

export const overrideScenarios: OverrideScenario[] = [
  {
    name: 'replicas edited by hand',
    steps: [edit('kubectl-edit')],
    expected: () => [override('.spec.replicas', 'kubectl-edit')],
  },
  {
    name: 'scaled by hand',
    steps: [scale('kubectl')],
    expected: () => [override('.spec.replicas', 'kubectl')],
  },
  {
    name: 'image set by hand',
    steps: [byContainer(name => ({ name, image: 'evil:1' }), 'kubectl-set')],
    expected: ({ container }) => [
      override(`${itemOf(container)}.image`, 'kubectl-set'),
    ],
  },
  {
    name: 'environment variable changed',
    steps: [
      byContainer(
        name => ({ name, env: [{ name: 'MODE', value: 'hot' }] }),
        'kubectl-patch',
      ),
    ],
    expected: ({ container }) => [
      override(
        `${itemOf(container)}.env[?(@.name=="MODE")].value`,
        'kubectl-patch',
      ),
    ],
  },
  {
    name: 'label changed',
    steps: [
      async ({ client, path }) =>
        client.patch(path, 'merge', 'kubectl-label', {
          metadata: { labels: { team: 'other' } },
        }),
    ],
    expected: () => [override('.metadata.labels.team', 'kubectl-label')],
  },
  {
    name: 'forced apply of another client',
    steps: [
      async ({ client, path, manifest: { apiVersion, kind } }) =>
        client.patch(path, 'apply', 'some-operator', {
          apiVersion,
          kind,
          spec: { replicas: 1 },
        }),
    ],
    expected: () => [override('.spec.replicas', 'some-operator')],
  },
  {
    name: 'memory limit removed',
    steps: [removeMemory],
    expected: ({ container }) => [
      override(`${itemOf(container)}.resources.limits.memory`),
    ],
  },
  {
    name: 'container removed',
    steps: [
      async ({ client, path }) =>
        client.patch(
          path,
          'strategic',
          'kubectl-edit',
          template({ name: 'sidecar', $patch: 'delete' }),
        ),
    ],
    expected: () => [override(itemOf('sidecar'))],
  },
  {
    name: 'deleted',
    steps: [async ({ client, path }) => client.delete(path)],
    expected: () => [override()],
  },
  {
    name: 'edited twice by two clients',
    steps: [edit('kubectl-edit'), edit('argocd-server')],
    expected: () => [override('.spec.replicas', 'argocd-server')],
  },
  {
    name: 'two fields changed by two clients',
    steps: [
      byContainer(name => ({ name, image: 'evil:1' }), 'kubectl-set'),
      async ({ client, path }) =>
        client.patch(path, 'merge', 'kubectl-label', {
          metadata: { labels: { team: 'other' } },
        }),
    ],
    expected: ({ container }) => [
      override(`${itemOf(container)}.image`, 'kubectl-set'),
      override('.metadata.labels.team', 'kubectl-label'),
    ],
  },
  {
    name: 'edited right after a commit to another field, seen together',
    steps: [
      async subject => {
        await relabel(subject);
        await edit('kubectl-edit')(subject);
      },
    ],
    expected: () => [override('.spec.replicas', 'kubectl-edit')],
  },
  {
    name: 'applied by hand with the same value first, and with another then',
    steps: [
      applyReplicas(({ spec }) => spec.replicas),
      applyReplicas(() => 99),
    ],
    expected: () => [override('.spec.replicas', 'kubectl')],
  },
  {
    name: 'edited again after it was healed',
    steps: [
      edit('kubectl-edit'),
      commit(given => given),
      edit('kubectl-patch'),
    ],
    expected: () => [override('.spec.replicas', 'kubectl-patch')],
  },
  {
    name: 'removed by hand, and brought back by a commit to another field',
    steps: [removeMemory, relabel],
    expected: none,
  },
  {
    // Nothing on the object tells: the engine applies what is there already.
    name: 'removed by hand, and then by a commit that does nothing else',
    steps: [
      removeMemory,
      commit(given => {
        const changed = structuredClone(given);
        delete (
          changed.spec.template.spec.containers[0].resources?.limits as {
            memory?: string;
          }
        ).memory;
        return changed;
      }),
    ],
    expected: none,
  },
  {
    name: 'autoscaler',
    steps: [scale('kube-controller-manager')],
    expected: none,
  },
  { name: 'canary', steps: [edit('flagger')], expected: none },
  {
    name: 'commit',
    steps: [
      commit(given => ({ ...given, spec: { ...given.spec, replicas: 9 } })),
    ],
    expected: none,
  },
  {
    name: 'commit that drops a field',
    steps: [
      commit(given => ({
        ...given,
        spec: { ...given.spec, replicas: undefined },
      })),
    ],
    expected: none,
  },
  {
    name: 'commit that drops a field which was edited',
    steps: [
      edit('kubectl-edit'),
      commit(given => ({
        ...given,
        metadata: { ...given.metadata, labels: { team: 'new' } },
        spec: { ...given.spec, replicas: undefined },
      })),
    ],
    expected: none,
  },
  {
    name: 'commit that mends an edit as it comes',
    steps: [
      edit('kubectl-edit'),
      commit(given => ({ ...given, spec: { ...given.spec, replicas: 9 } })),
    ],
    expected: none,
  },
  {
    name: 'edit that was healed',
    steps: [edit('kubectl-edit'), commit(given => given)],
    expected: none,
  },
  {
    name: 'restart',
    steps: [
      async ({ client, path }) =>
        client.patch(path, 'strategic', 'kubectl-rollout', {
          spec: {
            template: {
              metadata: {
                annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' },
              },
            },
          },
        }),
    ],
    expected: none,
  },
  {
    name: 'sidecar of a webhook',
    steps: [
      async ({ client, path }) =>
        client.patch(
          path,
          'strategic',
          'sidecar-injector',
          template({ name: 'istio-proxy', image: 'proxy:9' }),
        ),
    ],
    expected: none,
  },
  {
    name: 'field that Git never set',
    steps: [
      async ({ client, path }) =>
        client.patch(path, 'merge', 'kubectl-edit', {
          spec: { minReadySeconds: 5 },
        }),
    ],
    expected: none,
  },
  {
    name: 'status',
    steps: [
      async ({ client, path }) =>
        client.patch(`${path}/status`, 'merge', 'kube-controller-manager', {
          status: { readyReplicas: 1 },
        }),
    ],
    expected: none,
  },
  {
    name: 'same value set by hand',
    steps: [
      async ({ client, path, manifest: { spec } }) =>
        client.patch(path, 'merge', 'kubectl-edit', {
          spec: { replicas: spec.replicas },
        }),
    ],
    expected: none,
  },
  {
    name: 'edit of what Git says to ignore',
    annotations: { 'kustomize.toolkit.fluxcd.io/ssa': 'Ignore' },
    steps: [edit('kubectl-edit')],
    expected: none,
  },
  {
    name: 'edit of what Git says to create only',
    annotations: { 'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent' },
    steps: [edit('kubectl-edit')],
    expected: none,
  },
  {
    name: 'edit of a field that a rule ignores',
    ignored: '/spec/replicas',
    steps: [edit('kubectl-edit')],
    expected: none,
  },
];
