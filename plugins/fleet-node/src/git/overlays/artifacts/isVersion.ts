const versionWords = new Set(
  'version tag revision commit digest sha'.split(' '),
);
/**
 * Words before those: versions of something else than what is delivered, and of what each stage has of its own. A version of the database
 * or of the secret of one stage is none of the next one's.
 */
const otherWords = new Set(
  [
    'api kube kubernetes k8s tls ssl min max protocol schema http go node java',
    'db database postgres postgresql mysql mariadb mongo mongodb redis kafka elasticsearch opensearch',
    'pool nodepool ami os kernel instance host server',
    'secret key cert certificate password credential token',
    'region zone cluster account tenant env environment stage',
  ].flatMap(words => words.split(' ')),
);

const pinned = /^[\w][\w.+-]*$/;
const range = /[<>=~^*|\s]|^v?\d+(\.\d+)?\.x|\bx$/i;
const floating =
  /^(latest|head|main|master|trunk|develop(ment)?|dev|edge|nightly|stable|staging|stage|prod(uction)?|test|qa|uat|snapshot|canary|release|current)$/i;

/** Whether what stands under a key is a version of what is delivered, by the name of the key: `WEB_VERSION`, `sidecarTag`. */
export function isVersionKey(key: string): boolean {
  const [last = '', before = ''] = wordsOf(key).reverse();
  return (
    versionWords.has(last) &&
    !otherWords.has(before) &&
    !otherWords.has(before.replace(/s$/, ''))
  );
}

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
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
