/** A repository on a Git host. @public */
export interface GitRepository {
  /** With its port where it is not the usual one: `github.com`, `git.example.org:8443`. */
  host: string;
  /** Whom it belongs to; groups within groups are joined by slashes: `acme`, `acme/platform`. */
  owner: string;
  /** Without `.git`. */
  name: string;
}

const scpLike = /^(?:[^@/\s]+@)?([^:/@\s]+):(?!\/\/)(.+)$/;
const segment = /^[\w.~+ -]+$/;

/**
 * Reads the URLs by which engines name repositories: `https://host/owner/name.git`, `ssh://git@host:22/owner/name`,
 * `git@host:owner/name.git`. Credentials in them are dropped. Undefined where it names none.
 *
 * @public
 */
export function parseGitRepository(url: string): GitRepository | undefined {
  const scp = url.includes('://') ? undefined : scpLike.exec(url);
  const address = scp ? `ssh://${scp[1]}/${scp[2].replace(/^\//, '')}` : url;
  if (!/^(?:https?|ssh):\/\//.test(address) || !URL.canParse(address)) {
    return undefined;
  }
  const { protocol, host, hostname, pathname, search, hash } = new URL(address);
  const segments = pathname
    .replace(/(?:\.git)?\/*$/, '')
    .split('/')
    .filter(Boolean)
    .map(decoded);
  const name = segments.at(-1);
  const isPlain = segments.every(
    part => part && segment.test(part) && !/^\.+$/.test(part),
  );
  if (!name || segments.length < 2 || !isPlain || search || hash) {
    return undefined;
  }
  return {
    // The port of SSH says nothing of where the API is. GitHub answers SSH on the port of HTTPS under a name of its own.
    host: (protocol === 'ssh:' ? hostname : host)
      .toLowerCase()
      .replace(/^ssh\.github\.com$/, 'github.com'),
    owner: segments.slice(0, -1).join('/'),
    name,
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
