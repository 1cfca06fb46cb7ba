import { posix } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../types';

type Files = Readonly<Record<string, string>>;

/** What `kustomize build` says when it cannot. */
export class BuildError extends Error {}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/**
 * The objects that a folder of kustomizations and manifests describes. A folder without a kustomization has all its manifests in it,
 * as kustomize-controller sees to. Of what kustomize can do, this does `resources`.
 */
export function buildKustomization(
  files: Files,
  folder: string,
): KubernetesObject[] {
  if (kustomizationIn(files, folder)) {
    return buildFolder(files, folder, []);
  }
  const manifests = Object.keys(files)
    .filter(path => path.startsWith(`${folder}/`) && /\.ya?ml$/.test(path))
    .sort();
  if (manifests.length === 0) {
    throw new BuildError(
      `kustomization path not found: stat /tmp/kustomization/${folder}: no such file or directory`,
    );
  }
  return unique(manifests.flatMap(path => parseManifests(files, path)));
}

function kustomizationIn(files: Files, folder: string): string | undefined {
  return names.map(name => `${folder}/${name}`).find(path => path in files);
}

function buildFolder(
  files: Files,
  folder: string,
  above: readonly string[],
): KubernetesObject[] {
  const path = kustomizationIn(files, folder);
  if (!path) {
    throw new BuildError(
      `kustomize build failed: accumulating resources: unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
    );
  }
  if (above.includes(folder)) {
    throw new BuildError(
      `kustomize build failed: cycle detected: candidate root '${folder}' contains visited root '${folder}'`,
    );
  }
  const [document] = parse(files, path);
  const { resources } = (document ?? {}) as { resources?: unknown };
  if (!Array.isArray(resources) || resources.length === 0) {
    throw new BuildError(
      `kustomize build failed: kustomization.yaml is empty in directory '${folder}'`,
    );
  }
  return unique(
    resources.flatMap(resource => {
      const target = posix.join(folder, String(resource));
      if (target in files) {
        return parseManifests(files, target);
      }
      if (kustomizationIn(files, target)) {
        return buildFolder(files, target, [...above, folder]);
      }
      throw new BuildError(
        `kustomize build failed: accumulating resources: accumulation err='accumulating resources from '${resource}': ` +
          `open /tmp/kustomization/${target}: no such file or directory': must build at directory: not a valid directory`,
      );
    }),
  );
}

function parse(files: Files, path: string): unknown[] {
  return parseAllDocuments(files[path]).map(document => {
    const [error] = document.errors;
    if (error) {
      const [reason] = error.message.split('\n');
      throw new BuildError(
        `kustomize build failed: accumulating resources: MalformedYAMLError: yaml: ${reason} in File: ${path}`,
      );
    }
    return document.toJS();
  });
}

function parseManifests(files: Files, path: string): KubernetesObject[] {
  return parse(files, path)
    .filter(document => document !== null)
    .map(document => {
      const { apiVersion, kind, metadata } =
        document as Partial<KubernetesObject>;
      const needed = { apiVersion, kind, 'metadata.name': metadata?.name };
      const [missing] =
        Object.entries(needed).find(([, value]) => !value) ?? [];
      if (missing) {
        throw new BuildError(
          `kustomize build failed: accumulating resources: missing ${missing} in object in File: ${path}`,
        );
      }
      return document as KubernetesObject;
    });
}

function unique(objects: KubernetesObject[]): KubernetesObject[] {
  const seen = new Set<string>();
  for (const { apiVersion, kind, metadata } of objects) {
    const id = [apiVersion, kind, metadata.namespace, metadata.name].join('/');
    if (seen.has(id)) {
      throw new BuildError(
        `kustomize build failed: accumulating resources: may not add resource with an already registered id: ${kind}.${apiVersion}/${
          metadata.name
        }.${metadata.namespace ?? '[noNs]'}`,
      );
    }
    seen.add(id);
  }
  return objects;
}
