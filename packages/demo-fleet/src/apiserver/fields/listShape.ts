/** How items of a list are told apart when fields are owned. */
export type ListShape =
  | { by: 'position' }
  | { by: 'value' }
  | { by: 'keys'; keys: string[] };

const whole: ListShape = { by: 'position' };

const keysInBuiltInKinds: Record<string, string[]> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  imagePullSecrets: ['name'],
  conditions: ['type'],
  addresses: ['type'],
  hostAliases: ['ip'],
};

/**
 * Lists of built-in kinds are keyed as their schema says. Custom resources are taken as having no `x-kubernetes-list-type`, which is so in
 * Flux's, Argo CD's and most others' CRDs: their lists are owned whole.
 */
export function listShape(
  path: readonly string[],
  items: readonly unknown[],
  builtIn: boolean,
): ListShape {
  const name = path[path.length - 1];
  if (path[0] === 'metadata') {
    return name === 'ownerReferences'
      ? { by: 'keys', keys: ['uid'] }
      : { by: 'value' };
  }
  if (!builtIn) {
    return whole;
  }
  if (name === 'ports') {
    const onContainer = path.includes('containers');
    return {
      by: 'keys',
      keys: [onContainer ? 'containerPort' : 'port', 'protocol'],
    };
  }
  const keys = keysInBuiltInKinds[name];
  const keyed =
    keys !== undefined &&
    items.every(item => typeof item === 'object' && item !== null);
  return keyed ? { by: 'keys', keys } : whole;
}

/** The step into an item of a keyed list or a set. */
export function itemStep(item: unknown, shape: ListShape): string {
  if (shape.by !== 'keys') {
    return `v:${JSON.stringify(item)}`;
  }
  const values = item as Record<string, unknown>;
  const keys = shape.keys.map(key => [
    key,
    values[key] ?? (key === 'protocol' ? 'TCP' : ''),
  ]);
  return `k:${JSON.stringify(Object.fromEntries(keys))}`;
}
