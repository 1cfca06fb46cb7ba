/** The minor version of Kubernetes in a version in any of its spellings: of `1.35`, `v1.35.2` and `v1.35.2-eks-1` 35. Undefined of others. */
export function minorOf(version: string | undefined): number | undefined {
  const [, minor] = /^v?1\.(\d{1,3})(?:[.+-]|$)/.exec(version ?? '') ?? [];
  return minor === undefined ? undefined : Number(minor);
}
