import { KubernetesObject } from '../../../types';
import { accumulate } from './accumulate';
import { FolderMissing } from './BuildError';
import { contentHash } from './contentHash';
import { Files } from './Files';
import { fixReferences } from './fixReferences';
import { KustomizationFile, kustomizationIn } from './KustomizationFile';
import { readManifests } from './readManifests';
import { rename, Resource } from './Resource';
import { transform } from './transform';

/**
 * The objects that a folder describes, as `kustomize build` prints them. A folder without a kustomization has all its manifests in it, as
 * kustomize-controller sees to.
 *
 * @param changes - of who builds it, on top of what the folder says.
 */
export function buildKustomization(
  files: Files,
  folder: string,
  changes: KustomizationFile = {},
): KubernetesObject[] {
  const resources = transform(
    resourcesIn(files, folder),
    changes,
    files,
    folder,
  );
  for (const resource of resources.filter(({ hashed }) => hashed)) {
    const { name } = resource.object.metadata;
    rename(resource, { name: `${name}-${contentHash(resource.object)}` });
  }
  fixReferences(resources);
  return resources.map(({ object }) => object);
}

function resourcesIn(files: Files, folder: string): Resource[] {
  if (kustomizationIn(files, folder)) {
    return accumulate({ files, folder, above: [], expected: 'Kustomization' });
  }
  const manifests = Object.keys(files)
    .filter(path => path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path))
    .sort();
  if (manifests.length === 0) {
    throw new FolderMissing(folder);
  }
  return manifests.flatMap(path => readManifests(files[path], path));
}
