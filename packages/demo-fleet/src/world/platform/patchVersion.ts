/** What the clouds give to who asks for a minor version of Kubernetes. */
const patches: Record<string, string> = {
  '1.33': 'v1.33.8',
  '1.34': 'v1.34.5',
  '1.35': 'v1.35.2',
  '1.36': 'v1.36.0',
};

/** The newest patch of a minor version. */
export function patchVersion(minor: string): string {
  return patches[minor] ?? `v${minor}.0`;
}

/** The minor version of a version such as `v1.35.2`. */
export function minorOf(version: string): string {
  return version.replace(/^v?(\d+\.\d+).*$/, '$1');
}
