import { posix } from 'node:path';
import { BuildError } from './BuildError';
import { Files } from './Files';
import { generate } from './generate';
import { kustomizationIn, readKustomization } from './KustomizationFile';
import { readManifests } from './readManifests';
import { Resource } from './Resource';
import { transform } from './transform';

/** A folder on the way down to what it is made of. */
interface Step {
  files: Files;
  folder: string;
  /** The folders that led here. */
  above: readonly string[];
  expected: 'Kustomization' | 'Component';
}

/**
 * The objects of a folder's kustomization, in kustomize's order: what it lists, what it generates, what its components make of that, and
 * then its own changes. A component begins with what whoever lists it has.
 */
export function accumulate(
  step: Step,
  inherited: readonly Resource[] = [],
): Resource[] {
  const { files, folder, above, expected } = step;
  const visited = above.find(
    each => folder === '.' || `${each}/`.startsWith(`${folder}/`),
  );
  if (visited !== undefined) {
    throw new BuildError(
      `cycle detected: candidate root '${folder}' contains visited root '${visited}'`,
    );
  }
  const kustomization = readKustomization(files, folder);
  const { kind = 'Kustomization', resources = [], bases = [] } = kustomization;
  if (kind !== expected) {
    throw new BuildError(
      `accumulating ${
        expected === 'Component' ? 'components' : 'resources'
      }: expected kind '${expected}' for path '${folder}' but got '${kind}'`,
    );
  }
  const below = [...above, folder];
  let objects = [
    ...inherited,
    ...[...resources, ...bases].flatMap(entry =>
      readEntry({ ...step, above: below }, entry),
    ),
  ];
  objects = generate(objects, kustomization, files, folder);
  for (const component of kustomization.components ?? []) {
    objects = accumulate(
      {
        files,
        folder: posix.join(folder, component),
        above: below,
        expected: 'Component',
      },
      objects,
    );
  }
  if (objects.length === 0 && kind === 'Kustomization') {
    throw new BuildError(
      `kustomization.yaml is empty in directory '${folder}'`,
    );
  }
  objects = transform(objects, kustomization, files, folder);
  refuseTwice(objects);
  return objects;
}

/** What an entry of `resources` names: a file, or a folder with a kustomization. */
function readEntry({ files, folder, above }: Step, entry: string): Resource[] {
  if (/^[a-z+]+:\/\/|^git@|^github\.com\//i.test(entry)) {
    throw new BuildError(
      `accumulating resources: accumulation err='accumulating resources from '${entry}': this demo reads nothing from outside of its repository'`,
    );
  }
  const path = posix.join(folder, entry);
  if (path in files) {
    return readManifests(files[path], path);
  }
  if (kustomizationIn(files, path)) {
    const base = path.replace(/\/$/, '');
    return accumulate({
      files,
      folder: base,
      above,
      expected: 'Kustomization',
    });
  }
  throw new BuildError(
    `accumulating resources: accumulation err='accumulating resources from '${entry}': ` +
      `open /tmp/kustomization/${path}: no such file or directory': must build at directory: not a valid directory`,
  );
}

function refuseTwice(resources: readonly Resource[]): void {
  const seen = new Set<string>();
  for (const { object } of resources) {
    const { apiVersion, kind, metadata } = object;
    const id = [apiVersion, kind, metadata.namespace, metadata.name].join('/');
    if (seen.has(id)) {
      throw new BuildError(
        `accumulating resources: may not add resource with an already registered id: ${kind}.${apiVersion}/${
          metadata.name
        }.${metadata.namespace ?? '[noNs]'}`,
      );
    }
    seen.add(id);
  }
}
