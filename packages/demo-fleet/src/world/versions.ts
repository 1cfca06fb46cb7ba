/** The release before one: `3.8.2` came after `3.8.1`, and `4.0.0` after `3.0.0`. */
export function previousVersion(version: string): string {
  const parts = version.split('.').map(Number);
  for (let index = parts.length - 1; index >= 0; index--) {
    if (parts[index] > 0) {
      parts[index]--;
      break;
    }
  }
  return parts.join('.');
}

/** The release after one. */
export function nextVersion(version: string): string {
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${minor + 1}.0`;
}
