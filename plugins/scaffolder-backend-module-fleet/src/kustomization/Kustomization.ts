import { posix } from 'node:path';
import { InputError } from '@backstage/errors';
import { parseDocument } from 'yaml';
import type { RepositoryWorkspace } from '../repository/RepositoryWorkspace';

/** A kustomization.yaml of a repository. */
export interface Kustomization {
  path: string;
  text: string;
  /** As it names them. */
  resources: string[];
}

/** The names that kustomize knows it by, the first of which is the usual one. */
export const kustomizationNames = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** The nearest kustomization.yaml to a file: in its folder, or in one above. */
export async function findKustomization(
  workspace: RepositoryWorkspace,
  file: string,
): Promise<Kustomization | undefined> {
  for (const folder of foldersAbove(file)) {
    for (const name of kustomizationNames) {
      const path = posix.join(folder, name);
      const text = await workspace.read(path);
      if (text !== undefined) {
        return readKustomization(path, text);
      }
    }
  }
  return undefined;
}

/** Throws InputError where it cannot be read. */
export function readKustomization(path: string, text: string): Kustomization {
  return { path, text, resources: resourcesOf(path, text) };
}

/** How a kustomization names a file. */
export function entryOf(kustomizationPath: string, file: string): string {
  return posix.relative(posix.dirname(kustomizationPath), file);
}

/** Where among the resources a file is. Undefined where it is not. */
export function indexOf(
  { path, resources }: Kustomization,
  file: string,
): number | undefined {
  const index = resources
    .map(resource => posix.normalize(resource))
    .indexOf(entryOf(path, file));
  return index < 0 ? undefined : index;
}

/** Nearest first; the root is the empty one. */
function foldersAbove(file: string): string[] {
  const folder = posix.dirname(file);
  return folder === '.' ? [''] : [folder, ...foldersAbove(folder)];
}

function resourcesOf(path: string, text: string): string[] {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) {
    throw new InputError(`${path}: ${problem.message}`);
  }
  const { resources = [] } = (document.toJS({ maxAliasCount: 100 }) ?? {}) as {
    resources?: unknown;
  };
  if (
    !Array.isArray(resources) ||
    !resources.every(resource => typeof resource === 'string')
  ) {
    throw new InputError(`${path}: resources is no list of paths`);
  }
  return resources;
}
