/**
 * The page of a revision or path on the Git host. Undefined where the host is not one whose pages are known by their URL.
 */
export function sourceLink(source: {
  url?: string;
  path?: string;
  revision?: string;
}): string | undefined {
  const { url, path = '', revision } = source;
  const repository = webUrl(url);
  if (!repository) {
    return undefined;
  }
  const commit = revision?.match(/(?:^|:)([0-9a-f]{40})$/)?.[1];
  if (!commit) {
    return repository;
  }
  const segments = path
    .split('/')
    .filter(segment => segment && segment !== '.' && segment !== '..');
  const tree = /(^|\.)gitlab\./.test(new URL(repository).host)
    ? '-/tree'
    : 'tree';
  return [repository, tree, commit, ...segments.map(encodeURIComponent)].join(
    '/',
  );
}

/** GitHub's and GitLab's, their own and those of companies. */
function webUrl(url = ''): string | undefined {
  const ssh = /^(?:ssh:\/\/)?git@([^:/]+)[:/](?:\d+\/)?(.+)$/.exec(url);
  const address = ssh ? `https://${ssh[1]}/${ssh[2]}` : url;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    return undefined;
  }
  const { protocol, host, pathname } = new URL(address);
  return /(^|\.)(github|gitlab)\./.test(host)
    ? `${protocol}//${host}${pathname.replace(/(\.git)?\/*$/, '')}`
    : undefined;
}
