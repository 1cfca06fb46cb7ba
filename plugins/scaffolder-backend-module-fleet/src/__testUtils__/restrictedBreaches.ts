interface SecurityContext {
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  seccompProfile?: { type?: string };
  capabilities?: { add?: string[]; drop?: string[] };
}

interface Container {
  name: string;
  securityContext?: SecurityContext;
  ports?: { hostPort?: number }[];
}

/** The spec of a pod, as far as the profile looks at it. */
export interface PodSpec {
  containers: Container[];
  initContainers?: Container[];
  securityContext?: SecurityContext;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  volumes?: Record<string, unknown>[];
}

const volumeTypes = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** What the Pod Security profile "restricted" does not let through of a pod. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export function restrictedBreaches(pod: PodSpec): string[] {
  const breaches: string[] = [];
  const demand = (isMet: boolean, what: string) => {
    if (!isMet) {
      breaches.push(what);
    }
  };
  demand(!pod.hostNetwork && !pod.hostPID && !pod.hostIPC, 'host namespaces');
  for (const { name, ...source } of pod.volumes ?? []) {
    const isAllowed = Object.keys(source).every(type =>
      volumeTypes.includes(type),
    );
    demand(isAllowed, `volume ${name}`);
  }
  const whole = pod.securityContext ?? {};
  for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
    const own = container.securityContext ?? {};
    const { name } = container;
    demand(!own.privileged, `${name}: privileged`);
    demand(
      own.allowPrivilegeEscalation === false,
      `${name}: allowPrivilegeEscalation`,
    );
    demand(own.runAsNonRoot ?? whole.runAsNonRoot ?? false, `${name}: root`);
    demand((own.runAsUser ?? whole.runAsUser) !== 0, `${name}: runAsUser`);
    demand(
      ['RuntimeDefault', 'Localhost'].includes(
        (own.seccompProfile ?? whole.seccompProfile)?.type ?? '',
      ),
      `${name}: seccompProfile`,
    );
    const { add = [], drop = [] } = own.capabilities ?? {};
    demand(drop.includes('ALL'), `${name}: capabilities.drop`);
    demand(
      add.every(capability => capability === 'NET_BIND_SERVICE'),
      `${name}: capabilities.add`,
    );
    demand(
      (container.ports ?? []).every(({ hostPort }) => !hostPort),
      `${name}: hostPort`,
    );
  }
  return breaches;
}
