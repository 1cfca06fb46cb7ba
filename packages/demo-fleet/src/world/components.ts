/** What a team did not get round to, or needs: policies find it. `node` reads its node, as an agent does. */
export type Lapse =
  | 'root'
  | 'capabilities'
  | 'liveness'
  | 'limits'
  | 'token'
  | 'node';

/** A workload of a component, as its manifests in Git describe it. */
export interface WorkloadTemplate {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob';
  name: string;
  image: string;
  replicas: number;
  cpu: string;
  memory: string;
  lapses?: readonly Lapse[];
}

/** What teams build and run: a Component of the catalog. */
export interface Component {
  name: string;
  team: string;
  system: string;
  namespace: string;
  /** Parts of the world that run it. */
  placements: readonly ('us' | 'eu' | 'ap')[];
  /** By environment. */
  versions: Record<string, string>;
  workloads: WorkloadTemplate[];
  secret?: Record<string, string>;
  ingressHost?: string;
  chart?: { repository: string; oci?: boolean };
}

const everywhere = ['us', 'eu', 'ap'] as const;

function workload(
  team: string,
  name: string,
  options: Partial<WorkloadTemplate> = {},
): WorkloadTemplate {
  return {
    kind: 'Deployment',
    name,
    image: `registry.example.org/${team}/${name}`,
    replicas: 3,
    cpu: '100m',
    memory: '128Mi',
    ...options,
  };
}

function versions(development: string, staging: string, production: string) {
  return { development, staging, production, management: production };
}

/** The services of the product teams. */
export const services: Component[] = [
  {
    name: 'checkout',
    team: 'team-pay',
    system: 'billing',
    namespace: 'billing',
    placements: everywhere,
    versions: versions('2.10.0', '2.9.3', '2.9.2'),
    workloads: [
      workload('team-pay', 'checkout', {
        cpu: '250m',
        lapses: ['root', 'capabilities', 'liveness'],
      }),
    ],
  },
  {
    name: 'ledger',
    team: 'team-pay',
    system: 'billing',
    namespace: 'billing',
    placements: ['us', 'eu'],
    versions: versions('1.14.2', '1.14.1', '1.13.6'),
    workloads: [
      workload('team-pay', 'ledger', { kind: 'StatefulSet', memory: '512Mi' }),
      workload('team-pay', 'ledger-settlement', {
        kind: 'CronJob',
        image: 'registry.example.org/team-pay/ledger',
      }),
    ],
    secret: { username: 'ledger', password: 'not-a-real-password' },
  },
  {
    name: 'payments-api',
    team: 'team-pay',
    system: 'billing',
    namespace: 'billing',
    placements: ['us'],
    versions: versions('5.3.0', '5.2.4', '5.2.4'),
    workloads: [workload('team-pay', 'payments-api', { replicas: 4 })],
    secret: { token: 'not-a-real-token' },
  },
  {
    name: 'search',
    team: 'team-search',
    system: 'discovery',
    namespace: 'discovery',
    placements: everywhere,
    versions: versions('3.8.0', '3.7.2', '3.7.1'),
    workloads: [
      workload('team-search', 'search', {
        memory: '1Gi',
        lapses: ['liveness'],
      }),
    ],
  },
  {
    name: 'indexer',
    team: 'team-search',
    system: 'discovery',
    namespace: 'discovery',
    placements: ['us'],
    versions: versions('0.22.0', '0.21.4', '0.21.3'),
    workloads: [
      workload('team-search', 'indexer', {
        replicas: 2,
        lapses: ['root', 'token'],
      }),
    ],
  },
  {
    name: 'storefront',
    team: 'team-web',
    system: 'shop',
    namespace: 'shop',
    placements: everywhere,
    versions: versions('7.4.0', '7.3.1', '7.3.0'),
    workloads: [workload('team-web', 'storefront', { replicas: 4 })],
    ingressHost: 'shop.example.org',
  },
  {
    name: 'cart',
    team: 'team-web',
    system: 'shop',
    namespace: 'shop',
    placements: ['us'],
    versions: versions('4.1.0', '4.0.5', '4.0.5'),
    workloads: [
      workload('team-web', 'cart', { replicas: 2, lapses: ['limits'] }),
    ],
  },
];

function platform(
  component: Pick<Component, 'name' | 'versions' | 'workloads' | 'chart'>,
): Component {
  return {
    team: 'team-sre',
    system: 'platform',
    namespace: component.name,
    placements: everywhere,
    ...component,
  };
}

/** The platform's own components. */
export const platformComponents: Component[] = [
  platform({
    name: 'ingress-gateway',
    versions: versions('1.33.0', '1.33.0', '1.32.4'),
    workloads: [
      workload('team-sre', 'ingress-gateway', {
        replicas: 2,
        lapses: ['capabilities'],
      }),
    ],
  }),
  platform({
    name: 'external-secrets',
    versions: versions('2.9.0', '2.9.0', '2.8.1'),
    workloads: [workload('team-sre', 'external-secrets', { replicas: 1 })],
  }),
  platform({
    name: 'cert-manager',
    versions: versions('1.21.1', '1.21.1', '1.20.3'),
    workloads: [
      workload('team-sre', 'cert-manager', { replicas: 1 }),
      workload('team-sre', 'cert-manager-webhook', { replicas: 1 }),
    ],
    chart: { repository: 'https://charts.example.org/jetstack' },
  }),
  platform({
    name: 'kyverno',
    versions: versions('1.19.0', '1.18.4', '1.18.4'),
    workloads: [
      workload('team-sre', 'kyverno-admission-controller', { replicas: 3 }),
    ],
    chart: { repository: 'oci://registry.example.org/charts', oci: true },
  }),
  platform({
    name: 'gatekeeper',
    versions: versions('3.23.0', '3.23.0', '3.22.1'),
    workloads: [
      workload('team-sre', 'gatekeeper-controller-manager', { replicas: 3 }),
      workload('team-sre', 'gatekeeper-audit', { replicas: 1 }),
    ],
    chart: { repository: 'https://charts.example.org/gatekeeper' },
  }),
  platform({
    name: 'trivy-operator',
    versions: versions('0.30.1', '0.30.1', '0.30.0'),
    workloads: [workload('team-sre', 'trivy-operator', { replicas: 1 })],
    chart: { repository: 'https://charts.example.org/aqua' },
  }),
  platform({
    name: 'monitoring',
    versions: versions('3.9.0', '3.9.0', '3.8.2'),
    workloads: [
      workload('team-sre', 'prometheus', {
        kind: 'StatefulSet',
        replicas: 1,
        memory: '2Gi',
        lapses: ['root'],
      }),
      workload('team-sre', 'node-exporter', {
        kind: 'DaemonSet',
        lapses: ['root', 'node'],
      }),
    ],
    chart: { repository: 'https://charts.example.org/monitoring' },
  }),
];

/** A platform component by its name. */
export function platformComponent(name: string): Component {
  const found = platformComponents.find(component => component.name === name);
  if (!found) {
    throw new Error(`No platform component is called ${name}.`);
  }
  return found;
}
