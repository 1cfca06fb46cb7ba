const shownCharacters = 7;
const hash = /^[0-9a-f]{40,128}$/;

/** A digest such as `sha256:…`, or a bare hash, cut to what people recognise it by; any other text as it is. */
export function shortDigest(digest: string): string {
  const colon = digest.indexOf(':');
  const value = digest.slice(colon + 1);
  return hash.test(value)
    ? digest.slice(0, colon + 1 + shownCharacters)
    : digest;
}

/**
 * A revision as people say it: `main@sha1:9f2c1ab…` and Flux' older `main/9f2c1ab…` become `main@9f2c1ab`. What holds no hash, such
 * as the version of a chart, stays as it is.
 */
export function shortRevision(revision: string): string {
  const at = revision.lastIndexOf('@');
  const split = at < 0 ? revision.lastIndexOf('/') : at;
  if (split < 0) {
    return shortDigest(revision);
  }
  const digest = revision.slice(split + 1);
  const value = digest.slice(digest.indexOf(':') + 1);
  return hash.test(value)
    ? `${revision.slice(0, split)}@${value.slice(0, shownCharacters)}`
    : revision;
}
