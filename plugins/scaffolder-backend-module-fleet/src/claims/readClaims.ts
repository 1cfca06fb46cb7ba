import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readManifests, type Manifest } from './readManifests';

/** The claims in a file of the workspace. */
export async function readClaims(
  workspacePath: string,
  file: string,
): Promise<Manifest[]> {
  const path = resolveSafeChildPath(workspacePath, file);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new InputError(
      `files: there is no file ${JSON.stringify(file)} in the workspace`,
    );
  });
  const manifests = readManifests(file, text);
  if (manifests.length === 0) {
    throw new InputError(`files: ${file} holds no claim`);
  }
  return manifests;
}
