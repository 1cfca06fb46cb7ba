const versionKey = /(^|[^a-z])(version|tag|revision|commit|digest|sha)$/i;
const camelVersionKey = /[a-z](Version|Tag|Revision|Commit|Digest|Sha)$/;
/** Versions of something else than what is delivered. */
const otherKey =
  /(api|kube|kubernetes|k8s|tls|ssl|min|max|protocol|schema|http|go|node|java)[._-]?(version|tag)$/i;
/** What each stage has of its own: a version of its secret is none of the next one's. */
const stageKey =
  /(secret|key|cert|certificate|password|credentials?|token|region|zone|cluster|account|tenant|env|environment|stage)s?[._-]?(version|tag|revision|commit|digest|sha)$/i;

const pinned = /^[\w][\w.+-]*$/;
const range = /[<>=~^*|\s]|^v?\d+(\.\d+)?\.x|\bx$/i;
const floating =
  /^(latest|head|main|master|trunk|develop(ment)?|dev|edge|nightly|stable|staging|stage|prod(uction)?|test|qa|uat|snapshot|canary|release|current)$/i;

/** Whether what stands under a key is a version of what is delivered, by the name of the key. */
export function isVersionKey(key: string): boolean {
  return (
    (versionKey.test(key) || camelVersionKey.test(key)) &&
    !otherKey.test(key) &&
    !stageKey.test(key)
  );
}

/** Whether it is one version, neither a range nor a name whose meaning changes. */
export function isPinned(version: string): boolean {
  return (
    pinned.test(version) && !range.test(version) && !floating.test(version)
  );
}

/** Whether it reads as a version where nothing but its key says so. */
export function readsAsVersion(text: string): boolean {
  return isPinned(text) && /\d/.test(text) && text.length <= 128;
}
