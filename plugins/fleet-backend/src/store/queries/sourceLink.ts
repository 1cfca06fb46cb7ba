import type { GitHosts } from './gitHostsOf';

/** What is to be shown of a repository. */
interface Place {
  /** Its page, without a slash at the end. */
  repository: URL;
  commit: string;
  /** Encoded, without a slash at the beginning. */
  path: string;
}

/** The page of a path at a commit, by what runs on the host. */
const pages: Readonly<Record<string, (place: Place) => string>> = {
  github: below('tree'),
  gitlab: below('-/tree'),
  gitea: below('src/commit'),
  bitbucketCloud: below('src'),
  bitbucketServer({ repository, commit, path }) {
    const [, project, name] =
      /^(?:\/scm)?\/([^/]+)\/([^/]+)$/.exec(repository.pathname) ?? [];
    const page = project
      ? `${repository.origin}/projects/${project}/repos/${name}`
      : repository.href;
    return `${[page, 'browse', path].filter(Boolean).join('/')}?at=${commit}`;
  },
  azure: ({ repository, commit, path }) =>
    `${repository.href}?path=/${path}&version=GC${commit}`,
};

/**
 * The page of a path at a revision on its Git host. Undefined where it is not known what runs on the host: neither an integration
 * nor its name says so.
 */
export function sourceLink(
  source: { url?: string; path?: string; revision?: string },
  hosts: GitHosts,
): string | undefined {
  const { url, path = '', revision } = source;
  const repository = webUrl(url);
  const type =
    repository && (hosts.get(repository.host) ?? namesake(repository.host));
  if (!type || !Object.hasOwn(pages, type)) {
    return undefined;
  }
  const commit = revision?.match(/(?:^|:)([0-9a-f]{40})$/)?.[1];
  const segments = path
    .split('/')
    .filter(segment => segment && segment !== '.' && segment !== '..');
  return commit
    ? pages[type]({
        repository,
        commit,
        path: segments.map(encodeURIComponent).join('/'),
      })
    : repository.href;
}

function below(tree: string) {
  return ({ repository, commit, path }: Place) =>
    [repository.href, tree, commit, path].filter(Boolean).join('/');
}

/** Companies call their own so that everybody knows what it is. */
function namesake(host: string): string | undefined {
  return /(?:^|\.)(github|gitlab|gitea)\./.exec(host)?.[1];
}

/** Where people see what machines fetch. */
function webUrl(url = ''): URL | undefined {
  const ssh = /^(?:ssh:\/\/)?git@([^:/]+)[:/](?:\d+\/)?(.+)$/.exec(url);
  const address = ssh ? `https://${ssh[1]}/${ssh[2]}` : url;
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    return undefined;
  }
  const { protocol, host, pathname } = new URL(address);
  return new URL(`${protocol}//${host}${pathname.replace(/(\.git)?\/*$/, '')}`);
}
