const pattern = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/;

/**
 * Why a cluster cannot go from one Kubernetes version to another; undefined where it can. Control planes go forward one minor version at a
 * time: https://kubernetes.io/releases/version-skew-policy/
 */
export function versionProblem(from: string, to: string): string | undefined {
  const [before, after] = [partsOf(from), partsOf(to)];
  if (!after) {
    return `${JSON.stringify(
      to,
    )} is no Kubernetes version: it should read 1.35`;
  }
  if (!before) {
    return undefined;
  }
  const [major, minor] = [after[0] - before[0], after[1] - before[1]];
  if (
    major < 0 ||
    (major === 0 && (minor < 0 || (minor === 0 && patchIsOlder(before, after))))
  ) {
    return `${to} is older than ${from}: Kubernetes cannot be downgraded`;
  }
  if (major > 0 || minor > 1) {
    return `${from} cannot be upgraded to ${to} at once: go to ${before[0]}.${
      before[1] + 1
    } first`;
  }
  return undefined;
}

/** A version that names no patch stands for any. */
function patchIsOlder(before: number[], after: number[]): boolean {
  return before.length === 3 && after.length === 3 && after[2] < before[2];
}

function partsOf(version: string): number[] | undefined {
  return pattern
    .exec(version)
    ?.slice(1)
    .filter(part => part !== undefined)
    .map(Number);
}
