import { changeImages } from './changeImages';
import { changeLabels } from './changeLabels';
import { changeNames } from './changeNames';
import { changeNamespace } from './changeNamespace';
import { changeReplicas } from './changeReplicas';
import { Files } from './Files';
import { KustomizationFile } from './KustomizationFile';
import { applyPatches } from './applyPatches';
import { replace } from './replace';
import { Resource } from './Resource';

/** Changes objects as a kustomization says, in kustomize's order. */
export function transform(
  resources: readonly Resource[],
  kustomization: KustomizationFile,
  files: Files,
  folder: string,
): Resource[] {
  const { patchesStrategicMerge = [], patches = [] } = kustomization;
  const merges = patchesStrategicMerge.map(entry =>
    // A patch that is written out has lines.
    entry.includes('\n') ? { patch: entry } : { path: entry },
  );
  const patched = applyPatches(
    resources,
    [...merges, ...patches],
    files,
    folder,
  );
  changeNamespace(patched, kustomization);
  changeNames(patched, kustomization);
  changeLabels(patched, kustomization);
  const { patchesJson6902 = [] } = kustomization;
  const changed = applyPatches(patched, patchesJson6902, files, folder);
  changeReplicas(changed, kustomization.replicas ?? []);
  changeImages(changed, kustomization.images ?? []);
  replace(changed, kustomization.replacements ?? [], files, folder);
  return changed;
}
