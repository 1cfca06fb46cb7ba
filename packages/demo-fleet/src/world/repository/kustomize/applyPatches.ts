import { posix } from 'node:path';
import { applyPatch, type Operation } from 'rfc6902';
import { isBuiltInGroup } from '../../../apiserver/builtInGroups';
import { isPlainObject } from '../../../apiserver/fields/fieldsOfValue';
import { mergePatch } from '../../../apiserver/mergePatch';
import { strategicMergePatch } from '../../../apiserver/strategicMergePatch';
import { KubernetesObject } from '../../../types';
import { BuildError } from './BuildError';
import { Files } from './Files';
import { Patch } from './KustomizationFile';
import {
  describe,
  identitiesOf,
  Identity,
  identityOf,
  Resource,
  sameNamespace,
} from './Resource';
import { readYaml } from './readYaml';
import { selectTargets } from './selectTargets';

/** Changes objects by patches, each a merge or a list of operations, and each for what it names or what its target selects. */
export function applyPatches(
  resources: readonly Resource[],
  patches: readonly Patch[],
  files: Files,
  folder: string,
): Resource[] {
  let objects = [...resources];
  for (const patch of patches) {
    for (const content of readPatch(patch, files, folder)) {
      objects = applyOne(objects, patch, content);
    }
  }
  return objects;
}

function readPatch(
  { path, patch }: Patch,
  files: Files,
  folder: string,
): unknown[] {
  if (path === undefined) {
    return readYaml(patch ?? '', 'patch');
  }
  const file = posix.join(folder, path);
  if (!(file in files)) {
    throw new BuildError(
      `trouble configuring builtin PatchTransformer: failed to get the patch file from path(${path}): open /tmp/kustomization/${file}: no such file or directory`,
    );
  }
  return readYaml(files[file], file);
}

function applyOne(
  resources: Resource[],
  patch: Patch,
  content: unknown,
): Resource[] {
  const { target } = patch;
  const isOperations = Array.isArray(content);
  if (isOperations && !target) {
    throw new BuildError(
      'trouble configuring builtin PatchTransformer: must specify a target for JSON patch',
    );
  }
  const chosen = target
    ? selectTargets(resources, target)
    : [namedBy(resources, content as KubernetesObject)];
  return resources.flatMap(resource => {
    if (!chosen.includes(resource)) {
      return [resource];
    }
    const object = isOperations
      ? operate(resource, content as Operation[])
      : merge(resource.object, content as Record<string, unknown>, patch);
    return object ? [{ ...resource, object }] : [];
  });
}

/** The one object that a merge names itself. */
function namedBy(
  resources: readonly Resource[],
  patch: KubernetesObject,
): Resource {
  if (!patch?.kind || !patch.metadata?.name) {
    throw new BuildError(
      'trouble configuring builtin PatchTransformer: a patch without a target must have a kind and a name',
    );
  }
  const wanted = identityOf(patch);
  const found = resources.filter(resource =>
    identitiesOf(resource).some(identity => isSame(identity, wanted)),
  );
  if (found.length !== 1) {
    const id = describe(wanted);
    throw new BuildError(
      found.length === 0
        ? `no resource matches strategic merge patch "${id}": no matches for Id ${id}; failed to find unique target for patch ${id}`
        : `multiple matches for Id ${id}; failed to find unique target for patch ${id}`,
    );
  }
  return found[0];
}

function isSame(left: Identity, right: Identity): boolean {
  return (
    left.group === right.group &&
    left.version === right.version &&
    left.kind === right.kind &&
    left.name === right.name &&
    sameNamespace(left.namespace, right.namespace)
  );
}

function operate(
  { object }: Resource,
  operations: readonly Operation[],
): KubernetesObject {
  const result = structuredClone(object);
  for (const [index, failure] of applyPatch(result, [
    ...operations,
  ]).entries()) {
    if (failure) {
      const { op, path } = operations[index];
      throw new BuildError(
        `${op} operation does not apply: doc is missing path: "${path}": missing value`,
      );
    }
  }
  return result;
}

/** Undefined where the patch deletes the object. What it is called stays, unless the patch may change that. */
function merge(
  object: KubernetesObject,
  patch: Record<string, unknown>,
  { options }: Patch,
): KubernetesObject | undefined {
  if (patch.$patch === 'delete') {
    return undefined;
  }
  const { kind } = object;
  const { name, namespace } = object.metadata;
  const isBuiltIn = isBuiltInGroup(identityOf(object).group);
  const merged = (
    isBuiltIn ? strategicMergePatch(object, patch) : mergePatch(object, patch)
  ) as KubernetesObject;
  if (!isPlainObject(merged)) {
    throw new BuildError('a patch must be an object');
  }
  return {
    ...merged,
    apiVersion: object.apiVersion,
    kind: options?.allowKindChange ? merged.kind : kind,
    metadata: {
      ...merged.metadata,
      name: options?.allowNameChange ? merged.metadata.name : name,
      ...(namespace && { namespace }),
    },
  };
}
