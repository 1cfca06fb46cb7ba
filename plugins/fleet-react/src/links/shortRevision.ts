/** `main@sha1:0123456789abcdef…` and its like as people say them: the first seven characters of the hash, else all of it. */
export function shortRevision(revision: string): string {
  const [, hash] = revision.match(/(?:^|[@:/])([0-9a-f]{12,64})$/) ?? [];
  return hash ? hash.slice(0, 7) : revision;
}
