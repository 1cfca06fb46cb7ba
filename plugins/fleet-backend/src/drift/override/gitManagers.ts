const known = [
  'argocd-application-controller',
  'argocd-controller',
  'helm-controller',
  'kustomize-controller',
];

/** Names by which clients that write for Git sign their fields: those of the engines, and those of `fleet.drift.managers`. */
export function gitManagers(
  configured: readonly string[] = [],
): ReadonlySet<string> {
  return new Set([...known, ...configured]);
}
