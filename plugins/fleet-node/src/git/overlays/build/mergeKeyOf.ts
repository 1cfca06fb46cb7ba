/** By what the items of a list are told apart when lists are merged, by the name of the list. */
const keys: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  imagePullSecrets: ['name'],
  secrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  ports: ['containerPort', 'port'],
  webhooks: ['name'],
  ownerReferences: ['uid'],
  conditions: ['type'],
  resourceClaims: ['name'],
};

const coreGroups = /^$|^(apps|batch|autoscaling|policy|extensions)$|\.k8s\.io$/;

/** The key by which the items of a list are merged; undefined where the list is replaced, as all of those of custom resources are. */
export function mergeKeyOf(
  group: string,
  list: string,
  hasKey: (key: string) => boolean,
): string | undefined {
  return coreGroups.test(group) && Object.hasOwn(keys, list)
    ? keys[list].find(hasKey)
    : undefined;
}
