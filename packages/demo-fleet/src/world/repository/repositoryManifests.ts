import { KubernetesObject } from '../../types';
import { groupOf } from '../resources/refOf';
import { Application } from '../status/applicationStatus';
import { Kustomization } from '../status/kustomizationStatus';
import { fromKustomization } from './fromKustomization';
import { FolderMissing } from './kustomize/BuildError';
import { buildKustomization } from './kustomize/buildKustomization';
import { Files } from './kustomize/Files';
import { ImageChange, kustomizationIn } from './kustomize/KustomizationFile';
import { isNamespaced } from './kustomize/Resource';
import { readManifests } from './kustomize/readManifests';

/** A path as engines name it, `./apps/web/`, as the repository does. */
function folderOf(path: string | undefined): string {
  return (path ?? '').replace(/^\.?\/|^\.$|\/$/g, '');
}

/** What a Kustomization applies, marked as kustomize-controller marks it. */
export function kustomizationObjects(
  { spec, metadata }: Kustomization,
  files: Files,
): KubernetesObject[] {
  const { commonMetadata, targetNamespace, ...changes } = spec;
  const { name, namespace } = metadata;
  return buildKustomization(files, folderOf(spec.path), {
    namespace: targetNamespace,
    namePrefix: changes.namePrefix,
    nameSuffix: changes.nameSuffix,
    images: changes.images,
    patches: changes.patches,
    labels: commonMetadata?.labels && [{ pairs: commonMetadata.labels }],
    commonAnnotations: commonMetadata?.annotations,
  }).map(object => fromKustomization(object, { name, namespace: namespace! }));
}

/** What an Application deploys, marked as Argo CD marks it. */
export function applicationObjects(
  { spec, metadata }: Application,
  files: Files,
): KubernetesObject[] {
  const folder = folderOf(spec.source.path);
  const { images = [], namePrefix, nameSuffix } = spec.source.kustomize ?? {};
  const objects = kustomizationIn(files, folder)
    ? buildKustomization(files, folder, {
        namePrefix,
        nameSuffix,
        images: images.map(imageChange),
      })
    : plainObjects(files, folder);
  return objects.map(object =>
    tracked(
      object.metadata.namespace || !isNamespaced(object.kind)
        ? object
        : {
            ...object,
            metadata: {
              ...object.metadata,
              namespace: spec.destination.namespace,
            },
          },
      metadata.name,
    ),
  );
}

/** As Argo CD has them on one line: `name=other:tag`, or only what changes of it. */
function imageChange(text: string): ImageChange {
  const [name, other = name] = text.split('=');
  const [, newName, newTag, digest] =
    /^(.+?)(?::([\w][\w.-]*))?(?:@(.+))?$/.exec(other) ?? [];
  return {
    name: text.includes('=') ? name : newName,
    newName,
    newTag,
    digest,
  };
}

/** A folder without a kustomization holds manifests, and those in folders below it are none of its own. */
function plainObjects(files: Files, folder: string): KubernetesObject[] {
  const paths = Object.keys(files).filter(path =>
    path.startsWith(`${folder}/`),
  );
  if (paths.length === 0) {
    throw new FolderMissing(folder);
  }
  return paths
    .filter(path => /^[^/]+\.(ya?ml|json)$/.test(path.slice(folder.length + 1)))
    .sort()
    .flatMap(path => readManifests(files[path], path))
    .map(({ object }) => object);
}

function tracked(object: KubernetesObject, by: string): KubernetesObject {
  const { apiVersion, kind, metadata } = object;
  const place = `${metadata.namespace ?? ''}/${metadata.name}`;
  const id = `${by}:${groupOf(apiVersion)}/${kind}:${place}`;
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        'argocd.argoproj.io/tracking-id': id,
      },
    },
  };
}
