/** A minor version of Kubernetes out of what clusters say: `1.34` of `v1.34.2-eks-1a2b3c`. */
export function minorVersion(text: string | undefined): string | undefined {
  return /^v?(\d+\.\d+)(?!\d)/.exec(text ?? '')?.[1];
}

/**
 * Why a cluster cannot go to a version; undefined when it can. A control plane is upgraded one minor version at a time, and never back.
 * https://kubernetes.io/releases/version-skew-policy
 */
export function whyNotNext(
  current: string | undefined,
  version: string,
): string | undefined {
  const running = minorVersion(current);
  if (running === undefined) {
    return undefined;
  }
  const [major, minor] = running.split('.').map(Number);
  const [toMajor, toMinor] = version.split('.').map(Number);
  const steps = (toMajor - major) * 1_000 + toMinor - minor;
  if (steps === 0) {
    return 'It runs that already';
  }
  if (steps < 0) {
    return `It runs ${running}, and Kubernetes does not go back`;
  }
  return steps > 1
    ? `It runs ${running}: ${major}.${
        minor + 1
      } comes first, as no minor version may be skipped`
    : undefined;
}
