import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Files } from './kustomize/Files';

const root = resolve(
  require.resolve('@fleetcommander/demo-fleet/package.json'),
  '../repository',
);

/** What people wrote into the fleet's repository: it lies in a folder of this package as it is. */
export async function storedFiles(): Promise<Files> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(paths.map(path => readFile(path, 'utf8')));
  return Object.fromEntries(
    paths.map((path, index) => [
      relative(root, path).replaceAll('\\', '/'),
      texts[index],
    ]),
  );
}
