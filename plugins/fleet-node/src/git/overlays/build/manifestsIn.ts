import { posix } from 'node:path';
import type { ArtifactOrigin } from '@fleetcommander/backstage-plugin-fleet-common';
import type { Build } from './Build';
import { objectOf, type BuiltObject } from './BuiltObject';
import { kustomizationFiles } from './kustomizationFile';
import { isWithin } from './resolvePath';
import { itemsOf, textOf, tracedAt } from './Traced';

/** The objects of the files in a folder without a kustomization, and in those below that have none either. */
export function manifestsIn(
  build: Build,
  folder: string,
  origin: ArtifactOrigin,
): BuiltObject[] {
  return Object.keys(build.files)
    .filter(path => isWithin(folder, path) && isManifest(path))
    .filter(path => !isOfAnother(build, folder, posix.dirname(path)))
    .flatMap(path => objectsIn(build, path, origin));
}

/** The objects of a file; a list of them is taken apart. */
export function objectsIn(
  build: Build,
  path: string,
  origin: ArtifactOrigin,
): BuiltObject[] {
  return build
    .read(path, origin)
    .flatMap(root =>
      textOf(tracedAt(root, 'kind'))?.endsWith('List')
        ? [root, ...itemsOf(tracedAt(root, 'items'))]
        : [root],
    )
    .flatMap(root => (root.is === 'map' ? objectOf(root) ?? [] : []));
}

/** Whether a file may hold objects, and is none of Helm's. */
export function isManifest(path: string): boolean {
  return /\.(ya?ml|json)$/.test(path) && !isHelmFile(path);
}

/** Whether it is what Helm is given: a chart, or values for one. */
export function isHelmFile(path: string): boolean {
  return /(^|\/)(Chart\.ya?ml|[^/]*values[^/]*\.ya?ml)$/.test(path);
}

function isOfAnother(build: Build, folder: string, below: string): boolean {
  return (
    below !== folder &&
    below !== '.' &&
    (kustomizationFiles(below).some(path => path in build.files) ||
      isOfAnother(build, folder, posix.dirname(below)))
  );
}
