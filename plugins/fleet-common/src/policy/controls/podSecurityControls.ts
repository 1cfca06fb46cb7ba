import { libraryPolicies, type PolicyControl } from './PolicyControl';

const baseline = 'pod-security/baseline';
const restricted = 'pod-security/restricted';
const psp = 'pod-security-policy';

/** The controls of the Pod Security Standards, in their order. */
export const podSecurityControls: readonly PolicyControl[] = [
  {
    id: 'host-process',
    title: 'No Windows HostProcess pods',
    description: 'Pods may not run as processes of a Windows node.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'disallow-host-process': `${baseline}/disallow-host-process` },
      gatekeeper: {
        K8sPSPWindowsHostProcess: `${psp}/host-process-containers`,
      },
    }),
  },
  {
    id: 'host-namespaces',
    title: 'No host namespaces',
    description:
      'Pods may not share network, process or IPC namespaces of the node.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: {
        'disallow-host-namespaces': `${baseline}/disallow-host-namespaces`,
      },
      gatekeeper: { K8sPSPHostNamespace: `${psp}/host-namespaces` },
      trivy: ['KSV008', 'KSV009', 'KSV010'],
    }),
  },
  {
    id: 'privileged-containers',
    title: 'No privileged containers',
    description: 'Containers may not run privileged: that is root on the node.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: {
        'disallow-privileged-containers': `${baseline}/disallow-privileged-containers`,
      },
      gatekeeper: { K8sPSPPrivilegedContainer: `${psp}/privileged-containers` },
      trivy: ['KSV017'],
    }),
  },
  {
    id: 'added-capabilities',
    title: 'No dangerous capabilities',
    description: 'Containers may not add capabilities beyond the default ones.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'disallow-capabilities': `${baseline}/disallow-capabilities` },
      gatekeeper: { K8sPSPCapabilities: `${psp}/capabilities` },
    }),
  },
  {
    id: 'host-path',
    title: 'No host paths',
    description: 'Pods may not mount folders of the node.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'disallow-host-path': `${baseline}/disallow-host-path` },
      gatekeeper: { K8sPSPHostFilesystem: `${psp}/host-filesystem` },
      trivy: ['KSV023'],
    }),
  },
  {
    id: 'host-ports',
    title: 'No host ports',
    description: 'Containers may not listen on ports of the node.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: {
        'disallow-host-ports': `${baseline}/disallow-host-ports`,
        'disallow-host-ports-range': `${baseline}/disallow-host-ports-range`,
      },
      gatekeeper: {
        K8sPSPHostNetworkingPorts: `${psp}/host-network-ports`,
      },
      trivy: ['KSV024'],
    }),
  },
  {
    id: 'apparmor',
    title: 'AppArmor stays on',
    description:
      'Containers may not turn off or replace their AppArmor profile.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: {
        'restrict-apparmor-profiles': `${baseline}/restrict-apparmor-profiles`,
      },
      gatekeeper: {
        K8sPSPAppArmor: `${psp}/apparmor`,
        K8sPSPAppArmorV2: `${psp}/apparmorv2`,
      },
    }),
  },
  {
    id: 'selinux',
    title: 'SELinux is not bent',
    description: 'Containers may not set a custom SELinux user or role.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'disallow-selinux': `${baseline}/disallow-selinux` },
      gatekeeper: { K8sPSPSELinuxV2: `${psp}/selinux` },
      trivy: ['KSV025'],
    }),
  },
  {
    id: 'proc-mount',
    title: 'Default /proc mount',
    description: 'Containers may not unmask /proc.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'disallow-proc-mount': `${baseline}/disallow-proc-mount` },
      gatekeeper: { K8sPSPProcMount: `${psp}/proc-mount` },
      trivy: ['KSV027'],
    }),
  },
  {
    id: 'seccomp',
    title: 'Seccomp is not turned off',
    description: 'A seccomp profile may not be Unconfined.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'restrict-seccomp': `${baseline}/restrict-seccomp` },
      trivy: ['KSV104'],
    }),
  },
  {
    id: 'sysctls',
    title: 'Safe sysctls only',
    description: 'Pods may set only sysctls that stay within the pod.',
    podSecurity: 'baseline',
    policies: libraryPolicies({
      kyverno: { 'restrict-sysctls': `${baseline}/restrict-sysctls` },
      gatekeeper: { K8sPSPForbiddenSysctls: `${psp}/forbidden-sysctls` },
      trivy: ['KSV026'],
    }),
  },
  {
    id: 'volume-types',
    title: 'Safe volume types only',
    description: 'Pods may mount only volumes that cannot reach the node.',
    podSecurity: 'restricted',
    policies: libraryPolicies({
      kyverno: {
        'restrict-volume-types': `${restricted}/restrict-volume-types`,
      },
      gatekeeper: { K8sPSPVolumeTypes: `${psp}/volumes` },
      trivy: ['KSV028'],
    }),
  },
  {
    id: 'privilege-escalation',
    title: 'No privilege escalation',
    description: 'Containers set allowPrivilegeEscalation to false.',
    podSecurity: 'restricted',
    policies: libraryPolicies({
      kyverno: {
        'disallow-privilege-escalation': `${restricted}/disallow-privilege-escalation`,
      },
      gatekeeper: {
        K8sPSPAllowPrivilegeEscalationContainer: `${psp}/allow-privilege-escalation`,
      },
      trivy: ['KSV001'],
    }),
  },
  {
    id: 'run-as-non-root',
    title: 'Not as root',
    description: 'Containers set runAsNonRoot to true.',
    podSecurity: 'restricted',
    policies: libraryPolicies({
      kyverno: {
        'require-run-as-nonroot': `${restricted}/require-run-as-nonroot`,
      },
      gatekeeper: { K8sPSPAllowedUsers: `${psp}/users` },
      trivy: ['KSV012'],
    }),
  },
  {
    id: 'run-as-non-root-user',
    title: 'No root user',
    description: 'Containers may not set runAsUser to 0.',
    podSecurity: 'restricted',
    policies: libraryPolicies({
      kyverno: {
        'require-run-as-non-root-user': `${restricted}/require-run-as-non-root-user`,
      },
      gatekeeper: { K8sPSPAllowedUsers: `${psp}/users` },
    }),
  },
  {
    id: 'seccomp-profile',
    title: 'A seccomp profile is set',
    description:
      'Containers set a seccomp profile, RuntimeDefault or Localhost.',
    podSecurity: 'restricted',
    policies: libraryPolicies({
      kyverno: {
        'restrict-seccomp-strict': `${restricted}/restrict-seccomp-strict`,
      },
      gatekeeper: {
        K8sPSPSeccomp: `${psp}/seccomp`,
        K8sPSPSeccompV2: `${psp}/seccompv2`,
      },
      trivy: ['KSV030'],
    }),
  },
  {
    id: 'dropped-capabilities',
    title: 'All capabilities dropped',
    description:
      'Containers drop ALL capabilities; they may add NET_BIND_SERVICE.',
    podSecurity: 'restricted',
    policies: libraryPolicies({
      kyverno: {
        'disallow-capabilities-strict': `${restricted}/disallow-capabilities-strict`,
        'drop-all-capabilities': 'best-practices/require-drop-all',
      },
      gatekeeper: { K8sPSPCapabilities: `${psp}/capabilities` },
      trivy: ['KSV003', 'KSV106'],
    }),
  },
];
