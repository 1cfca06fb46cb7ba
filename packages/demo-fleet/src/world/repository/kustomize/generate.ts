import { posix } from 'node:path';
import { parseEnv } from 'node:util';
import { KubernetesObject } from '../../../types';
import { BuildError } from './BuildError';
import { Files } from './Files';
import { Generator, KustomizationFile } from './KustomizationFile';
import { identitiesOf, Resource, sameNamespace } from './Resource';

type Kind = 'ConfigMap' | 'Secret';

/** Adds the ConfigMaps and Secrets that a kustomization makes of literals and files. */
export function generate(
  resources: readonly Resource[],
  kustomization: KustomizationFile,
  files: Files,
  folder: string,
): Resource[] {
  const { configMapGenerator = [], secretGenerator = [] } = kustomization;
  const all = [
    ...configMapGenerator.map(each => ['ConfigMap', each] as const),
    ...secretGenerator.map(each => ['Secret', each] as const),
  ];
  return all.reduce<Resource[]>(
    (objects, [kind, generator]) =>
      place(
        objects,
        generated(kind, generator, kustomization, files, folder),
        generator.behavior,
      ),
    [...resources],
  );
}

function generated(
  kind: Kind,
  generator: Generator,
  { generatorOptions = {} }: KustomizationFile,
  files: Files,
  folder: string,
): Resource {
  const { name, namespace, options = {} } = generator;
  const labels = { ...generatorOptions.labels, ...options.labels };
  const annotations = {
    ...generatorOptions.annotations,
    ...options.annotations,
  };
  const immutable = options.immutable ?? generatorOptions.immutable;
  const data = dataOf(generator, files, folder);
  const object: KubernetesObject = {
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    ...(kind === 'Secret' && { type: generator.type ?? 'Opaque' }),
    ...(data && { data: kind === 'Secret' ? encoded(data) : data }),
    ...(immutable && { immutable }),
  };
  const hashed = !(
    options.disableNameSuffixHash ?? generatorOptions.disableNameSuffixHash
  );
  return { object, earlier: [], hashed };
}

function encoded(data: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      Buffer.from(value).toString('base64'),
    ]),
  );
}

function dataOf(
  generator: Generator,
  files: Files,
  folder: string,
): Record<string, string> | undefined {
  const { literals = [], files: names = [], env, envs = [] } = generator;
  const read = (entry: string) => {
    const path = posix.join(folder, entry);
    if (!(path in files)) {
      throw new BuildError(
        `loading KV pairs: open /tmp/kustomization/${path}: no such file or directory`,
      );
    }
    return files[path];
  };
  const pairs = [
    ...[...envs, ...(env ? [env] : [])].flatMap(entry =>
      Object.entries(parseEnv(read(entry))),
    ),
    ...names.map(entry => {
      const [key, path = key] = entry.split(/=(.*)/s);
      return [path === key ? posix.basename(key) : key, read(path)] as const;
    }),
    ...literals.map(literal => {
      const [key, value] = literal.split(/=(.*)/s);
      if (value === undefined) {
        throw new BuildError(
          `loading KV pairs: literal sources: invalid literal source ${literal}, expected key=value`,
        );
      }
      return [key, value.replace(/^(["'])(.*)\1$/s, '$2')] as const;
    }),
  ];
  return pairs.length > 0
    ? (Object.fromEntries(pairs) as Record<string, string>)
    : undefined;
}

/** A generator makes an object, or changes the one that a base generated. */
function place(
  resources: readonly Resource[],
  made: Resource,
  behavior: Generator['behavior'] = 'create',
): Resource[] {
  const { kind, metadata } = made.object;
  const found = resources.find(
    resource =>
      resource.object.kind === kind &&
      identitiesOf(resource).some(
        ({ name, namespace }) =>
          name === metadata.name &&
          sameNamespace(namespace, metadata.namespace),
      ),
  );
  if (behavior === 'create') {
    if (found) {
      throw new BuildError(
        `merging from generator: id '${kind}.v1/${metadata.name}' exists; behavior must be merge or replace`,
      );
    }
    return [...resources, made];
  }
  if (!found) {
    throw new BuildError(
      `merging from generator: id '${kind}.v1/${metadata.name}' does not exist; cannot merge or replace`,
    );
  }
  const { object } = found;
  const data =
    behavior === 'merge'
      ? { ...(object.data as object), ...(made.object.data as object) }
      : made.object.data;
  const labels = { ...object.metadata.labels, ...metadata.labels };
  const annotations = {
    ...object.metadata.annotations,
    ...metadata.annotations,
  };
  const merged: KubernetesObject = {
    ...object,
    metadata: {
      ...object.metadata,
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    data,
  };
  return resources.map(resource =>
    resource === found
      ? { ...resource, object: merged, hashed: made.hashed }
      : resource,
  );
}
