import { posix } from 'node:path';
import { BuildError } from './BuildError';
import { readField, writeField } from './fieldPath';
import { Files } from './Files';
import { Replacement, Target } from './KustomizationFile';
import { identitiesOf, Resource } from './Resource';
import { readYaml } from './readYaml';

/** Copies fields of one object into others. */
export function replace(
  resources: readonly Resource[],
  replacements: readonly Replacement[],
  files: Files,
  folder: string,
): void {
  for (const entry of replacements) {
    for (const replacement of read(entry, files, folder)) {
      copy(resources, replacement);
    }
  }
}

function read(entry: Replacement, files: Files, folder: string): Replacement[] {
  if (!entry.path) {
    return [entry];
  }
  const path = posix.join(folder, entry.path);
  if (!(path in files)) {
    throw new BuildError(
      `open /tmp/kustomization/${path}: no such file or directory`,
    );
  }
  return readYaml(files[path], path).flat() as Replacement[];
}

function copy(
  resources: readonly Resource[],
  { source, targets = [] }: Replacement,
): void {
  if (!source) {
    throw new BuildError('replacements must specify a source');
  }
  const found = resources.filter(resource => isMeant(resource, source));
  if (found.length !== 1) {
    throw new BuildError(
      found.length === 0
        ? `nothing selected by ${describe(source)}:${fieldOf(source)}`
        : `multiple matches for selector ${describe(source)}`,
    );
  }
  const value = valueOf(found[0], source);
  for (const { select, reject = [], fieldPaths, options = {} } of targets) {
    const chosen = resources.filter(
      resource =>
        isMeant(resource, select) &&
        !reject.some(target => isMeant(resource, target)),
    );
    for (const { object } of chosen) {
      for (const path of fieldPaths ?? ['metadata.name']) {
        if (!writeField(object, path, value, options)) {
          throw new BuildError(
            `unable to find field "${path}" in replacement target`,
          );
        }
      }
    }
  }
}

function valueOf(
  { object }: Resource,
  source: NonNullable<Replacement['source']>,
): unknown {
  const [value] = readField(object, fieldOf(source));
  if (value === undefined) {
    throw new BuildError(
      `fieldPath \`${fieldOf(
        source,
      )}\` is missing for replacement source ${describe(source)}`,
    );
  }
  const { delimiter, index = 0 } = source.options ?? {};
  return delimiter && typeof value === 'string'
    ? value.split(delimiter)[index]
    : value;
}

function fieldOf({ fieldPath = 'metadata.name' }: { fieldPath?: string }) {
  return fieldPath;
}

function describe({ kind = '[noKind]', name = '[noName]', namespace }: Target) {
  return `${kind}.[noVer].[noGrp]/${name}.${namespace ?? '[noNs]'}`;
}

function isMeant(resource: Resource, target: Target): boolean {
  return identitiesOf(resource).some(identity =>
    (['group', 'version', 'kind', 'name', 'namespace'] as const).every(
      field => !target[field] || target[field] === identity[field],
    ),
  );
}
