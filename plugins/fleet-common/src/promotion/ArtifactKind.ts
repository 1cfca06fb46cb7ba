/**
 * What of a stage moves: the image of a container, the version of a Helm chart, the ref of a Git or OCI source, a kustomize component
 * that is switched on, and a plain value, such as a Helm value or a literal of a ConfigMap.
 *
 * @public
 */
export const artifactKinds = [
  'image',
  'chart',
  'git-ref',
  'oci-ref',
  'component',
  'value',
] as const;

/** One of {@link artifactKinds}. @public */
export type ArtifactKind = (typeof artifactKinds)[number];

/** What of an overlay says so. `source` is an object of delivery, such as a HelmRelease or a GitRepository. @public */
export const artifactOrigins = [
  'images',
  'patch',
  'helm-values',
  'replacement',
  'component',
  'source',
  'generator',
  'base',
] as const;

/** One of {@link artifactOrigins}. @public */
export type ArtifactOrigin = (typeof artifactOrigins)[number];
