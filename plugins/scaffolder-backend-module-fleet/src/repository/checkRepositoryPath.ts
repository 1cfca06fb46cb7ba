import { InputError } from '@backstage/errors';

/**
 * Answers a path from the root of a repository as it is, or throws InputError: one that leaves the repository, touches what Git keeps for
 * itself, or cannot be a file's on every machine that clones it.
 */
export function checkRepositoryPath(field: string, path: string): string {
  const shown = JSON.stringify(path.slice(0, 100));
  const problem = problemOf(path);
  if (problem) {
    throw new InputError(`${field}: the path ${shown} ${problem}`);
  }
  return path;
}

function problemOf(path: string): string | undefined {
  if (path.length === 0 || path.length > 1000) {
    return 'is not between 1 and 1,000 characters long';
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(path)) {
    return 'has a backslash or a character that cannot be printed';
  }
  const segments = path.split('/');
  if (segments.some(segment => segment === '' || /^\.{1,2}$/.test(segment))) {
    return 'is not plain: it should read folder/file.yaml, from the root of the repository';
  }
  if (segments.some(segment => segment.toLowerCase() === '.git')) {
    return "names Git's own folder";
  }
  return undefined;
}
