import {
  commit,
  none,
  override,
  patch,
  type OverrideScenario,
  type Subject,
} from './OverrideScenario';
import type { SeededRandom } from './SeededRandom';

/** As Git has a ConfigMap. */
export type ConfigMapManifest = ReturnType<typeof configMapManifest>;

/** A ConfigMap with random parts, one of them longer than what is kept of a value. */
export function configMapManifest(
  random: SeededRandom,
  name: string,
  annotations: Record<string, string> = {},
) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: 'default',
      labels: { team: 'pay' },
      annotations,
    },
    data: {
      LEVEL: random.pick(['info', 'warn']),
      REGION: 'eu-west-1',
      'config.yaml': `limit: ${random.below(90)}\n`.repeat(200),
    },
  };
}

const file = '.data["config.yaml"]';

const relevel = (manager: string) =>
  patch<ConfigMapManifest>(manager, { data: { LEVEL: 'debug' } });

/** At the end, beyond what is kept of it. */
const lengthen = async ({
  client,
  path,
  manifest,
}: Subject<ConfigMapManifest>) =>
  client.patch(path, 'merge', 'kubectl-edit', {
    data: { 'config.yaml': `${manifest.data['config.yaml']}debug: true\n` },
  });

/** What happens to ConfigMaps. */
export const configMapScenarios: OverrideScenario<ConfigMapManifest>[] = [
  {
    name: 'value of a ConfigMap edited by hand',
    steps: [relevel('kubectl-edit')],
    expected: () => [override('.data.LEVEL', 'kubectl-edit')],
  },
  {
    name: 'long value of a ConfigMap edited at its end',
    steps: [lengthen],
    expected: () => [override(file, 'kubectl-edit')],
  },
  {
    name: 'value of a ConfigMap removed',
    steps: [patch('kubectl-edit', { data: { REGION: null } })],
    expected: () => [override('.data.REGION')],
  },
  {
    name: 'ConfigMap replaced as a whole, labels and all',
    steps: [
      patch('kubectl-replace', {
        metadata: { labels: null },
        data: { LEVEL: 'debug', REGION: 'us-east-1', 'config.yaml': 'none' },
      }),
    ],
    expected: () => [
      override('.data.LEVEL', 'kubectl-replace'),
      override('.data.REGION', 'kubectl-replace'),
      override(file, 'kubectl-replace'),
      override('.metadata.labels.team'),
    ],
  },
  {
    name: 'ConfigMap deleted',
    steps: [async ({ client, path }) => client.delete(path)],
    expected: () => [override()],
  },
  {
    name: 'value of a ConfigMap edited, and healed',
    steps: [relevel('kubectl-edit'), commit(given => given)],
    expected: none,
  },
  {
    name: 'value that Git never set in a ConfigMap',
    steps: [patch('some-operator', { data: { CHECKSUM: 'abc' } })],
    expected: none,
  },
  {
    name: 'leader that notes itself in a ConfigMap of Git',
    steps: ['1', '2', '3'].map(term =>
      patch('leader', {
        metadata: {
          annotations: { 'control-plane.alpha.kubernetes.io/leader': term },
        },
      }),
    ),
    expected: none,
  },
  {
    name: 'commit to a ConfigMap',
    steps: [
      commit(given => ({
        ...given,
        data: { ...given.data, LEVEL: 'error' },
      })),
    ],
    expected: none,
  },
  {
    name: 'commit that drops a value of a ConfigMap',
    steps: [commit(given => ({ ...given, data: { LEVEL: given.data.LEVEL } }))],
    expected: none,
  },
  {
    name: 'edit of a value that a rule ignores',
    ignored: '/data/LEVEL',
    steps: [relevel('kubectl-edit')],
    expected: none,
  },
];
