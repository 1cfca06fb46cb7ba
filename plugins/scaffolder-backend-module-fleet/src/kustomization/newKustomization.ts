import { posix } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { stringify } from 'yaml';
import type { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import type { Kustomization } from './Kustomization';

/**
 * A kustomization for the folder of a file, with the files that the folder has already: without one, they were all applied.
 *
 * @throws ConflictError, when the folder has folders of which it cannot be told whether they are applied.
 */
export async function newKustomization(
  workspace: RepositoryWorkspace,
  file: string,
): Promise<Kustomization> {
  const folder = posix.dirname(file);
  const names = await workspace.list(folder === '.' ? '' : folder);
  const folders = names.filter(name => name.endsWith('/'));
  if (folders.length > 0) {
    throw new ConflictError(
      `create: ${folder} has no kustomization.yaml, but folders of its own (${folders.join(
        ', ',
      )}), which a new one might leave out: make one by hand`,
    );
  }
  const resources = names.filter(name => /\.ya?ml$/.test(name)).sort();
  return {
    path: posix.join(folder, 'kustomization.yaml'),
    text: stringify({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources,
    }),
    resources,
  };
}
