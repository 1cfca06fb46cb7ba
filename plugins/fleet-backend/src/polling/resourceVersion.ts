/** Whether `a` is older than `b`. They are etcd's revisions: integers, one counter a cluster. */
export function isOlder(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
