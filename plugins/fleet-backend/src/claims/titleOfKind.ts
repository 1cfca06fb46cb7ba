/** A kind as people say it: `KubernetesCluster` is a Kubernetes cluster. */
export function titleOfKind(kind: string): string {
  return kind
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .map((word, index) =>
      index === 0 || /^[A-Z0-9]+$/.test(word) ? word : word.toLowerCase(),
    )
    .join(' ');
}
