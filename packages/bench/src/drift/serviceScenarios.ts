import {
  commit,
  none,
  override,
  patch,
  type OverrideScenario,
} from './OverrideScenario';
import type { SeededRandom } from './SeededRandom';

/** As Git has a Service. */
export type ServiceManifest = ReturnType<typeof serviceManifest>;

/** A Service with random parts. */
export function serviceManifest(
  random: SeededRandom,
  name: string,
  annotations: Record<string, string> = {},
) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: 'default',
      labels: { team: 'pay' },
      annotations,
    },
    spec: {
      type: random.pick(['ClusterIP', 'NodePort']),
      selector: { app: name },
      ports: [
        {
          name: 'http',
          port: 80,
          targetPort: 8000 + random.below(90),
          protocol: 'TCP',
        },
        { name: 'metrics', port: 9090, targetPort: 'metrics', protocol: 'TCP' },
      ],
    },
  };
}

const portOf = (port: number) =>
  `.spec.ports[?(@.port==${port} && @.protocol=="TCP")]`;

const retarget = (manager: string) =>
  patch<ServiceManifest>(
    manager,
    { spec: { ports: [{ port: 80, protocol: 'TCP', targetPort: 9999 }] } },
    'strategic',
  );

/** What happens to Services. */
export const serviceScenarios: OverrideScenario<ServiceManifest>[] = [
  {
    name: 'selector of a Service edited by hand',
    steps: [patch('kubectl-edit', { spec: { selector: { app: 'other' } } })],
    // A selector is one value to the API server.
    expected: () => [override('.spec.selector', 'kubectl-edit')],
  },
  {
    name: 'port of a Service led elsewhere',
    steps: [retarget('kubectl-patch')],
    expected: () => [override(`${portOf(80)}.targetPort`, 'kubectl-patch')],
  },
  {
    name: 'port of a Service removed',
    steps: [
      patch(
        'kubectl-edit',
        { spec: { ports: [{ port: 9090, $patch: 'delete' }] } },
        'strategic',
      ),
    ],
    expected: () => [override(portOf(9090))],
  },
  {
    name: 'Service deleted',
    steps: [async ({ client, path }) => client.delete(path)],
    expected: () => [override()],
  },
  {
    name: 'port of a Service led elsewhere, and back by Git',
    steps: [retarget('kubectl-patch'), commit(given => given)],
    expected: none,
  },
  {
    name: 'address that the cluster gives a Service',
    steps: [
      patch('kube-apiserver', {
        spec: { clusterIP: '10.0.3.7', clusterIPs: ['10.0.3.7'] },
      }),
    ],
    expected: none,
  },
  {
    name: 'Service that a load balancer takes on',
    steps: [
      async subject => {
        const manager = 'cloud-controller-manager';
        await patch<ServiceManifest>(manager, {
          metadata: {
            finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
          },
        })(subject);
        await subject.client.patch(`${subject.path}/status`, 'merge', manager, {
          status: { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } },
        });
      },
    ],
    expected: none,
  },
  {
    name: 'Service that a canary moves',
    steps: [
      patch('flagger', { spec: { selector: { app: 'web-primary' } } }),
      patch('rollouts-controller', {
        spec: { selector: { 'rollouts-pod-template-hash': 'abc' } },
      }),
    ],
    expected: none,
  },
  {
    name: 'commit to a Service',
    steps: [
      commit(given => ({
        ...given,
        spec: { ...given.spec, selector: { app: 'next' } },
      })),
    ],
    expected: none,
  },
  {
    name: 'annotation that a controller of DNS adds to a Service',
    steps: [
      patch('external-dns', {
        metadata: { annotations: { 'example.org/hostname': 'web' } },
      }),
    ],
    expected: none,
  },
];
