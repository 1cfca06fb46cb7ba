/** How many applications of an environment run a version. */
export interface VersionCount {
  environment?: string;
  version: string;
  count: number | string;
}

/** By environment: the version that more of its clusters run than any other. None where two are equally common. */
export function majorityVersions(
  counts: Iterable<VersionCount>,
): Map<string, string> {
  const environments = new Map<string, Map<string, number>>();
  for (const { environment = '', version, count } of counts) {
    const versions = environments.get(environment) ?? new Map<string, number>();
    environments.set(environment, versions);
    versions.set(version, (versions.get(version) ?? 0) + Number(count));
  }
  const majorities = new Map<string, string>();
  for (const [environment, versions] of environments) {
    const [first, second] = [...versions].sort((a, b) => b[1] - a[1]);
    if (!second || first[1] > second[1]) {
      majorities.set(environment, first[0]);
    }
  }
  return majorities;
}
