import { PodSpec } from '../manifests/podTemplate';
import { firstContainer, PolicyCheck } from './PolicyCheck';

interface SecurityContext {
  privileged?: boolean;
  runAsNonRoot?: boolean;
  capabilities?: { drop?: string[] };
}

function securityOf(of: { [field: string]: unknown }): SecurityContext {
  return (of.securityContext ?? {}) as SecurityContext;
}

const baseline = 'Pod Security Standards (Baseline)';
const restricted = 'Pod Security Standards (Restricted)';
const bestPractices = 'Best Practices';

/** What the platform team asks of every pod of the fleet. */
export const policyChecks: readonly PolicyCheck[] = [
  {
    name: 'disallow-privileged-containers',
    rule: 'privileged-containers',
    title: 'Disallow Privileged Containers',
    category: baseline,
    severity: 'high',
    description:
      'A privileged container can do on its node what root can. Containers may not ask for it.',
    message:
      'Privileged mode is not allowed. spec.containers[*].securityContext.privileged must be unset or set to `false`.',
    pattern: {
      spec: {
        containers: [{ '=(securityContext)': { '=(privileged)': 'false' } }],
      },
    },
    gatekeeper: {
      kind: 'K8sPSPPrivilegedContainer',
      name: 'no-privileged-containers',
      message: name =>
        `Privileged container is not allowed: ${name}, securityContext.privileged: true`,
    },
    breach: pod =>
      firstContainer(
        pod,
        container => securityOf(container).privileged === true,
        'securityContext/privileged',
      ),
  },
  {
    name: 'disallow-host-path',
    rule: 'host-path',
    title: 'Disallow hostPath',
    category: baseline,
    severity: 'high',
    description:
      'A folder of the node, mounted into a pod, lets the pod reach what is not its own.',
    message:
      'HostPath volumes are not allowed. spec.volumes[*].hostPath must be unset.',
    pattern: { spec: { '=(volumes)': [{ 'X(hostPath)': 'null' }] } },
    gatekeeper: {
      kind: 'K8sPSPHostFilesystem',
      name: 'no-host-paths',
      message: name => `HostPath volume is not allowed, pod: ${name}`,
    },
    breach: pod => {
      const volumes = (pod.volumes ?? []) as { hostPath?: object }[];
      const index = volumes.findIndex(({ hostPath }) => hostPath);
      return index < 0 ? undefined : `volumes/${index}/hostPath`;
    },
  },
  {
    name: 'require-run-as-nonroot',
    rule: 'run-as-non-root',
    title: 'Require runAsNonRoot',
    category: restricted,
    severity: 'high',
    description:
      'Who breaks out of a container that runs as root is root on the node. Pods say that they do not.',
    message:
      'Running as root is not allowed. spec.securityContext.runAsNonRoot must be set to `true`.',
    pattern: { spec: { securityContext: { runAsNonRoot: 'true' } } },
    gatekeeper: {
      kind: 'K8sPSPAllowedUsers',
      name: 'not-as-root',
      parameters: { runAsUser: { rule: 'MustRunAsNonRoot' } },
      message: name =>
        `Container ${name} is attempting to run without a required securityContext/runAsNonRoot or securityContext/runAsUser != 0`,
    },
    breach: (pod: PodSpec) =>
      securityOf(pod).runAsNonRoot ? undefined : 'securityContext/runAsNonRoot',
  },
  {
    name: 'disallow-capabilities-strict',
    rule: 'require-drop-all',
    title: 'Disallow Capabilities (Strict)',
    category: restricted,
    severity: 'medium',
    description:
      'Few processes need a capability. Containers drop all of them, and add what they need.',
    message: 'Containers must drop `ALL` capabilities.',
    pattern: {
      spec: {
        containers: [{ securityContext: { capabilities: { drop: ['ALL'] } } }],
      },
    },
    gatekeeper: {
      kind: 'K8sPSPCapabilities',
      name: 'drop-all-capabilities',
      parameters: { requiredDropCapabilities: ['ALL'] },
      message: name =>
        `container <${name}> is not dropping all required capabilities. Container must drop all of ["ALL"] or "ALL"`,
    },
    breach: pod =>
      firstContainer(
        pod,
        container => !securityOf(container).capabilities?.drop?.includes('ALL'),
        'securityContext/capabilities/drop',
      ),
  },
  {
    name: 'restrict-image-registries',
    rule: 'validate-registries',
    title: 'Restrict Image Registries',
    category: bestPractices,
    severity: 'high',
    description: 'Images come from the registry that the organisation scans.',
    message: 'Unknown image registry. Use registry.example.org.',
    pattern: { spec: { containers: [{ image: 'registry.example.org/*' }] } },
    gatekeeper: {
      kind: 'K8sAllowedRepos',
      name: 'known-registries',
      parameters: { repos: ['registry.example.org/'] },
      message: name =>
        `container <${name}> has an invalid image repo, allowed repos are ["registry.example.org/"]`,
    },
    breach: pod =>
      firstContainer(
        pod,
        ({ image }) => !image.startsWith('registry.example.org/'),
        'image',
      ),
  },
  {
    name: 'disallow-latest-tag',
    rule: 'validate-image-tag',
    title: 'Disallow Latest Tag',
    category: bestPractices,
    severity: 'medium',
    description:
      'What `latest` means changes from one day to the next. Images name a version.',
    message: 'An image tag other than latest is required.',
    pattern: { spec: { containers: [{ image: '!*:latest' }] } },
    gatekeeper: {
      kind: 'K8sDisallowedTags',
      name: 'no-latest-tag',
      parameters: { tags: ['latest'] },
      message: name =>
        `container <${name}> uses a disallowed tag; disallowed tags are ["latest"]`,
    },
    breach: pod =>
      firstContainer(pod, ({ image }) => /:latest$/.test(image), 'image'),
  },
  {
    name: 'require-requests-limits',
    rule: 'validate-resources',
    title: 'Require Limits and Requests',
    category: bestPractices,
    severity: 'medium',
    description:
      'A container without a memory limit can take its whole node down. Pods say what they need and at most take.',
    message: 'CPU and memory requests, and memory limits, are required.',
    pattern: {
      spec: {
        containers: [
          {
            resources: {
              requests: { memory: '?*', cpu: '?*' },
              limits: { memory: '?*' },
            },
          },
        ],
      },
    },
    gatekeeper: {
      kind: 'K8sRequiredResources',
      name: 'requests-and-limits',
      parameters: { limits: ['memory'], requests: ['cpu', 'memory'] },
      message: name =>
        `container <${name}> does not have <{"memory"}> limits defined`,
    },
    breach: pod =>
      firstContainer(
        pod,
        ({ resources }) =>
          !(resources as { limits?: { memory?: string } } | undefined)?.limits
            ?.memory,
        'resources/limits',
      ),
  },
  {
    name: 'require-pod-probes',
    rule: 'validate-probes',
    title: 'Require Pod Probes',
    category: bestPractices,
    severity: 'low',
    description:
      'Without probes Kubernetes cannot tell a pod that serves from one that hangs.',
    message: 'Liveness and readiness probes are required for all containers.',
    pattern: {
      spec: {
        containers: [
          { livenessProbe: { periodSeconds: '>0' }, readinessProbe: {} },
        ],
      },
    },
    gatekeeper: {
      kind: 'K8sRequiredProbes',
      name: 'probes',
      parameters: {
        probes: ['readinessProbe', 'livenessProbe'],
        probeTypes: ['tcpSocket', 'httpGet', 'exec'],
      },
      message: name =>
        `Container <${name}> in your <Pod> has no <livenessProbe>`,
    },
    breach: pod =>
      firstContainer(
        pod,
        ({ livenessProbe }) => !livenessProbe,
        'livenessProbe',
      ),
  },
];
