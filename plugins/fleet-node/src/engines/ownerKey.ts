/**
 * The string that ties what runs on a cluster to the application that deployed it there.
 *
 * @param options - the application's kind, where it lives as far as what it deploys tells, and its name. Argo CD's tracking ids
 * name the namespace only for applications outside Argo CD's own, as `namespace_name`; pass that as the name.
 * @public
 */
export function ownerKey(options: {
  kind: 'Kustomization' | 'HelmRelease' | 'Application';
  namespace?: string;
  name: string;
}): string {
  return `${options.kind}/${options.namespace ?? ''}/${options.name}`;
}
