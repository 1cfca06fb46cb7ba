import {
  commit,
  none,
  override,
  type OverrideScenario,
  type Subject,
} from './OverrideScenario';
import type { SeededRandom } from './SeededRandom';

/** As Git has a Deployment. */
export type DeploymentManifest = ReturnType<typeof deploymentManifest>;
type DeploymentSubject = Subject<DeploymentManifest>;

/** A Deployment with random parts. */
export function deploymentManifest(
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
const containerOf = ({ manifest }: DeploymentSubject) =>
  manifest.spec.template.spec.containers[0].name;

function template(container: object) {
  return { spec: { template: { spec: { containers: [container] } } } };
}

const scale = (manager: string) => async (subject: DeploymentSubject) =>
  subject.client.patch(`${subject.path}/scale`, 'merge', manager, {
    spec: { replicas: 20 + subject.random.below(50) },
  });

const edit =
  (manager: string, least = 20) =>
  async (subject: DeploymentSubject) =>
    subject.client.patch(subject.path, 'merge', manager, {
      spec: { replicas: least + subject.random.below(50) },
    });

const byContainer =
  (patch: (container: string) => object, manager: string) =>
  async (subject: DeploymentSubject) =>
    subject.client.patch(
      subject.path,
      'strategic',
      manager,
      template(patch(containerOf(subject))),
    );

const removeMemory = byContainer(
  name => ({ name, resources: { limits: { memory: null } } }),
  'kubectl-edit',
);

const relabel = commit(given => ({
  ...given,
  metadata: { ...given.metadata, labels: { team: 'new' } },
}));

const applyReplicas =
  (replicas: (manifest: DeploymentManifest) => number) =>
  async ({ client, path, manifest }: DeploymentSubject) => {
    const { apiVersion, kind } = manifest;
    await client.patch(path, 'apply', 'kubectl', {
      apiVersion,
      kind,
      spec: { replicas: replicas(manifest) },
    });
  };

/** What happens to Deployments. */
export const deploymentScenarios: OverrideScenario<DeploymentManifest>[] = [
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
    expected: subject => [
      override(`${itemOf(containerOf(subject))}.image`, 'kubectl-set'),
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
    expected: subject => [
      override(
        `${itemOf(containerOf(subject))}.env[?(@.name=="MODE")].value`,
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
    expected: subject => [
      override(`${itemOf(containerOf(subject))}.resources.limits.memory`),
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
    steps: [edit('kubectl-edit'), edit('argocd-server', 80)],
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
    expected: subject => [
      override(`${itemOf(containerOf(subject))}.image`, 'kubectl-set'),
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
    // Nothing on the object tells: the engine applies what is there already, and only says that it did.
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
