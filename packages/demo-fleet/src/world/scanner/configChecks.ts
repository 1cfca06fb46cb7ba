import { PodSpec } from '../manifests/podTemplate';

type Container = PodSpec['containers'][number];

interface SecurityContext {
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  runAsNonRoot?: boolean;
  capabilities?: { drop?: string[] };
}

/** One of Trivy's checks of how containers are set up. */
export interface ConfigCheck {
  id: string;
  severity: 'HIGH' | 'MEDIUM' | 'LOW';
  title: string;
  description: string;
  /** What a container that fails it should do, after "should". */
  should: string;
  remediation: string;
  fails(container: Container, pod: PodSpec): boolean;
}

function securityOf(of: { [field: string]: unknown }): SecurityContext {
  return (of.securityContext ?? {}) as SecurityContext;
}

export const configChecks: readonly ConfigCheck[] = [
  {
    id: 'KSV001',
    severity: 'MEDIUM',
    title: 'Can elevate its own privileges',
    description:
      'A program inside the container can elevate its own privileges and run as root, which might give the program control over the container and node.',
    should: "set 'securityContext.allowPrivilegeEscalation' to false",
    remediation:
      "Set 'set containers[].securityContext.allowPrivilegeEscalation' to 'false'.",
    fails: container =>
      securityOf(container).allowPrivilegeEscalation !== false,
  },
  {
    id: 'KSV003',
    severity: 'LOW',
    title: 'Default capabilities: some containers do not drop all',
    description:
      'The container should drop all default capabilities and add only those that are needed for its execution.',
    should: "add 'ALL' to 'securityContext.capabilities.drop'",
    remediation: "Add 'ALL' to containers[].securityContext.capabilities.drop.",
    fails: container =>
      !securityOf(container).capabilities?.drop?.includes('ALL'),
  },
  {
    id: 'KSV012',
    severity: 'MEDIUM',
    title: 'Runs as root user',
    description:
      'Force the running image to run as a non-root user to ensure least privileges.',
    should: "set 'securityContext.runAsNonRoot' to true",
    remediation: "Set 'containers[].securityContext.runAsNonRoot' to true.",
    fails: (container, pod) =>
      !securityOf(container).runAsNonRoot && !securityOf(pod).runAsNonRoot,
  },
  {
    id: 'KSV014',
    severity: 'HIGH',
    title: 'Root file system is not read-only',
    description:
      'An immutable root file system prevents applications from writing to their local disk.',
    should: "set 'securityContext.readOnlyRootFilesystem' to true",
    remediation:
      "Change 'containers[].securityContext.readOnlyRootFilesystem' to 'true'.",
    fails: container => !securityOf(container).readOnlyRootFilesystem,
  },
  {
    id: 'KSV017',
    severity: 'HIGH',
    title: 'Privileged',
    description:
      'Privileged containers share namespaces with the host system and do not offer any security.',
    should: "set 'securityContext.privileged' to false",
    remediation: "Change 'containers[].securityContext.privileged' to 'false'.",
    fails: container => securityOf(container).privileged === true,
  },
  {
    id: 'KSV018',
    severity: 'LOW',
    title: 'Memory not limited',
    description:
      'Enforcing memory limits prevents a container from taking all memory of its node.',
    should: "set 'resources.limits.memory'",
    remediation:
      "Set a limit value under 'containers[].resources.limits.memory'.",
    fails: ({ resources }) =>
      !(resources as { limits?: { memory?: string } } | undefined)?.limits
        ?.memory,
  },
];
