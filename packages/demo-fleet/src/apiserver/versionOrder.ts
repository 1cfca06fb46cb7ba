/** Orders versions as Kubernetes prefers them: `v2`, `v1`, `v1beta2`, `v1beta1`, `v1alpha1`, then any other name. */
export function compareVersions(left: string, right: string): number {
  const a = rank(left);
  const b = rank(right);
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) {
      return b[index] - a[index];
    }
  }
  return left.localeCompare(right);
}

function rank(version: string): number[] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (!match) {
    return [0, 0, 0];
  }
  const [, major, stage, minor] = match;
  const maturity = { alpha: 1, beta: 2 }[stage] ?? 3;
  return [maturity, Number(major), Number(minor ?? 0)];
}
