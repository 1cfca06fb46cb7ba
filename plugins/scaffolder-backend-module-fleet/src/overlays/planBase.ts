import { posix } from 'node:path';
import { kustomizationNames } from '../kustomization/Kustomization';
import type { OverlayPlan, RepositoryReader } from './OverlayPlan';
import type { RenderedFiles } from './RenderedApplication';

/** Plans what overlays share. A base that is there is taken as it is: others may build on it. */
export async function planBase(
  repository: RepositoryReader,
  plan: OverlayPlan,
  { folder, files }: { folder: string; files: RenderedFiles },
): Promise<void> {
  const there = await repository.list(folder);
  if (there.some(name => kustomizationNames.includes(name))) {
    plan.kept.push(
      `${folder} is there and stays as it is, with ${there.join(
        ', ',
      )}: what was chosen for it has no effect`,
    );
  } else if (there.length > 0) {
    plan.problems.push(
      `${folder} holds ${there.join(
        ', ',
      )} and no kustomization.yaml, so it is no base: add one, or take another name`,
    );
  } else {
    for (const [path, text] of Object.entries(files)) {
      plan.files.push({ path: posix.join(folder, path), text });
    }
  }
}
