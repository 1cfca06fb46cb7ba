const setOf = (words: string) => new Set(words.split(' '));

const versionWords = setOf('version tag revision commit digest sha');
/** Words whose version or tag is of something else than what is delivered. */
const otherWords = setOf(
  'api kube kubernetes k8s tls ssl min max protocol schema http go node java',
);
/** Words of what each stage has of its own: a version of its database or its secret is none of the next one's. */
const stageWords = new Set([
  ...setOf('secret key cert certificate password credential token'),
  ...setOf('region zone cluster account tenant env environment stage'),
  ...setOf('db database postgres postgresql mysql mariadb mongo mongodb'),
  ...setOf('redis kafka elasticsearch opensearch pool nodepool ami kernel'),
]);

const pinned = /^[\w][\w.+-]*$/;
const range = /[<>=~^*|\s]|^v?\d+(\.\d+)?\.x|\bx$/i;
const floating =
  /^(latest|head|main|master|trunk|develop(ment)?|dev|edge|nightly|stable|staging|stage|prod(uction)?|test|qa|uat|snapshot|canary|release|current)$/i;

/** Whether what stands under a key is a version of what is delivered, by the name of the key: `WEB_VERSION`, `sidecarTag`. */
export function isVersionKey(key: string): boolean {
  const [last = '', before = ''] = wordsOf(key).reverse();
  const isIn = (words: ReadonlySet<string>) =>
    words.has(before) || words.has(before.replace(/s$/, ''));
  return (
    versionWords.has(last) &&
    !isIn(stageWords) &&
    !(['version', 'tag'].includes(last) && isIn(otherWords))
  );
}

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z])(?=[A-Z])|([A-Z0-9])(?=[A-Z][a-z])/g, '$1$2 ')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(word => word.toLowerCase());
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
