/** A minor version of Kubernetes out of what clusters say: `1.34` of `v1.34.2-eks-1a2b3c`. */
export function minorVersion(text: string | undefined): string | undefined {
  return /^v?(\d+\.\d+)(?!\d)/.exec(text ?? '')?.[1];
}

/** How many minor versions the second is ahead of the first. */
export function minorsAhead(from: string, to: string): number {
  const [fromMajor, fromMinor] = from.split('.').map(Number);
  const [toMajor, toMinor] = to.split('.').map(Number);
  return (toMajor - fromMajor) * 1_000 + toMinor - fromMinor;
}
