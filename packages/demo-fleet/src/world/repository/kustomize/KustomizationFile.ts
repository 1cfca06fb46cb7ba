import { posix } from 'node:path';
import { BuildError } from './BuildError';
import { Files } from './Files';
import { readYaml } from './readYaml';

/** Which objects something is for: patterns that have to fit whole, and selectors of labels and annotations. */
export interface Target {
  group?: string;
  version?: string;
  kind?: string;
  name?: string;
  namespace?: string;
  labelSelector?: string;
  annotationSelector?: string;
}

export interface Patch {
  path?: string;
  patch?: string;
  target?: Target;
  options?: { allowNameChange?: boolean; allowKindChange?: boolean };
}

export interface ImageChange {
  name: string;
  newName?: string;
  newTag?: string;
  tagSuffix?: string;
  digest?: string;
}

export interface LabelChange {
  pairs: Record<string, string>;
  includeSelectors?: boolean;
  includeTemplates?: boolean;
}

export interface GeneratorOptions {
  disableNameSuffixHash?: boolean;
  immutable?: boolean;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface Generator {
  name: string;
  namespace?: string;
  behavior?: 'create' | 'merge' | 'replace';
  type?: string;
  literals?: string[];
  files?: string[];
  env?: string;
  envs?: string[];
  options?: GeneratorOptions;
}

interface FieldOptions {
  delimiter?: string;
  index?: number;
  create?: boolean;
}

export interface Replacement {
  path?: string;
  source?: Target & { fieldPath?: string; options?: FieldOptions };
  targets?: {
    select: Target;
    reject?: Target[];
    fieldPaths?: string[];
    options?: FieldOptions;
  }[];
}

/** A kustomization as far as it is built here. */
export interface KustomizationFile {
  kind?: string;
  resources?: string[];
  bases?: string[];
  components?: string[];
  namespace?: string;
  namePrefix?: string;
  nameSuffix?: string;
  labels?: LabelChange[];
  commonLabels?: Record<string, string>;
  commonAnnotations?: Record<string, string>;
  images?: ImageChange[];
  replicas?: { name: string; count: number }[];
  patches?: Patch[];
  patchesStrategicMerge?: string[];
  patchesJson6902?: Patch[];
  configMapGenerator?: Generator[];
  secretGenerator?: Generator[];
  generatorOptions?: GeneratorOptions;
  replacements?: Replacement[];
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

const built = new Set<string>([
  ...['apiVersion', 'kind', 'metadata', 'buildMetadata', 'sortOptions'],
  ...['resources', 'bases', 'components', 'namespace', 'namePrefix'],
  ...['nameSuffix', 'labels', 'commonLabels', 'commonAnnotations', 'images'],
  ...['replicas', 'patches', 'patchesStrategicMerge', 'patchesJson6902'],
  ...['configMapGenerator', 'secretGenerator', 'generatorOptions'],
  'replacements',
]);

/** What kustomize can do and this cannot. */
const unsupported: Record<string, string> = {
  helmCharts: 'must specify --enable-helm',
  ...Object.fromEntries(
    [
      ...['vars', 'generators', 'transformers', 'validators', 'crds'],
      ...['configurations', 'openapi', 'helmGlobals', 'inventory'],
    ].map(field => [field, `this demo does not build the field '${field}'`]),
  ),
};

/** The kustomization of a folder, where it has one. */
export function kustomizationIn(
  files: Files,
  folder: string,
): string | undefined {
  return names
    .map(name => posix.join(folder, name))
    .find(path => path in files);
}

/** Reads a folder's kustomization, and refuses what it cannot build. */
export function readKustomization(
  files: Files,
  folder: string,
): KustomizationFile {
  const path = kustomizationIn(files, folder);
  if (!path) {
    throw new BuildError(
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
    );
  }
  const [document] = readYaml(files[path], path);
  if (!document || typeof document !== 'object') {
    throw new BuildError(
      `kustomization.yaml is empty in directory '${folder}'`,
    );
  }
  for (const field of Object.keys(document)) {
    if (field in unsupported) {
      throw new BuildError(`${unsupported[field]} in directory '${folder}'`);
    }
    if (!built.has(field)) {
      throw new BuildError(
        `invalid Kustomization: json: unknown field "${field}" in directory '${folder}'`,
      );
    }
  }
  const kustomization = document as KustomizationFile;
  for (const { newTag } of kustomization.images ?? []) {
    if (newTag !== undefined && typeof newTag !== 'string') {
      throw new BuildError(
        `invalid Kustomization: json: cannot unmarshal ${typeof newTag} into Go struct field Image.images.newTag of type string in directory '${folder}'`,
      );
    }
  }
  return kustomization;
}
