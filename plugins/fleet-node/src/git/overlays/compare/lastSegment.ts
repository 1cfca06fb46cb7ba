/** The name without the registry and the folders before it: these may be of a stage. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
