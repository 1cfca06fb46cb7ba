import { posix } from 'node:path';

/** A path in the repository, from a folder of it. Undefined: it leads out of it. */
export function resolvePath(folder: string, path: string): string | undefined {
  const resolved = posix.normalize(posix.join(folder || '.', path));
  if (path.startsWith('/') || resolved === '..' || resolved.startsWith('../')) {
    return undefined;
  }
  return resolved === '.' ? '' : resolved.replace(/\/$/, '');
}

/** Whether it is no path, but something that kustomize fetches. */
export function isRemote(path: string): boolean {
  return (
    /^[a-z+]+:\/\/|^[\w.-]+@[\w.-]+:|^(www\.)?(github|gitlab|bitbucket)\.[a-z]+[/:]|[?&]ref=/i.test(
      path,
    ) || path.startsWith('git::')
  );
}

/** Whether a path lies in a folder, or is it. */
export function isWithin(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
