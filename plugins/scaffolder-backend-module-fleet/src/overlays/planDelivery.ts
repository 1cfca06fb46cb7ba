import { posix } from 'node:path';
import { readManifests } from '../claims/readManifests';
import { valueAt } from '../claims/valueAt';
import { addResource } from '../kustomization/addResource';
import {
  kustomizationNames,
  readKustomization,
} from '../kustomization/Kustomization';
import type { OverlayPlan, RepositoryReader } from './OverlayPlan';

/** Plans the object that has an overlay applied, where the engine of a cluster begins, and its entry in the kustomization there. */
export async function planDelivery(
  repository: RepositoryReader,
  plan: OverlayPlan,
  delivery: { cluster: string; folder: string; app: string; text: string },
): Promise<void> {
  const { cluster, folder, app, text } = delivery;
  const there = await repository.list(folder);
  if (there.length === 0) {
    plan.problems.push(
      `${folder} is not in the repository: what delivers to ${cluster} begins elsewhere. Say where in fleet.git.repositories[].layout.cluster`,
    );
    return;
  }
  const path = posix.join(folder, `${app}.yaml`);
  const before = await repository.inGit(path);
  if (before === undefined) {
    plan.files.push({ path, text });
  } else if (deliversTheSame(path, before, text)) {
    plan.kept.push(`${path} is there and stays as it is`);
  } else {
    plan.problems.push(
      `${repository.urlOf(
        path,
      )} delivers something else under that name: take another one`,
    );
    return;
  }
  const name = kustomizationNames.find(each => there.includes(each));
  if (name) {
    await planEntry(repository, plan, posix.join(folder, name), path);
  }
  // Without one, everything in the folder is applied.
}

async function planEntry(
  repository: RepositoryReader,
  plan: OverlayPlan,
  path: string,
  file: string,
): Promise<void> {
  const before = await repository.inGit(path);
  if (before === undefined) {
    return;
  }
  const text = addResource(readKustomization(path, before), file);
  if (text !== before) {
    plan.files.push({ path, before, text });
  }
}

/** Whether a file has the same folder applied by the same kind of object. */
function deliversTheSame(path: string, one: string, other: string): boolean {
  const [left, right] = [one, other].map(text =>
    readManifests(path, text).map(manifest => [
      manifest.kind,
      manifest.metadata.name,
      valueAt(manifest, ['spec', 'path']),
      valueAt(manifest, ['spec', 'source', 'path']),
      valueAt(manifest, ['spec', 'generators']),
    ]),
  );
  return JSON.stringify(left) === JSON.stringify(right);
}
