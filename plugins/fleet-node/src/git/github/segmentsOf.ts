/** The segments of a path of a repository, which engines write as `./apps/web/` too. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter(part => part && part !== '.');
}
