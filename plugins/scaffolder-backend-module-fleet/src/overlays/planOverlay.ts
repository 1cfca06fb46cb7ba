import { posix } from 'node:path';
import { editYaml } from '@fleetcommander/backstage-plugin-fleet-node';
import { addResource } from '../kustomization/addResource';
import {
  kustomizationNames,
  readKustomization,
} from '../kustomization/Kustomization';
import type { OverlayPlan, RepositoryReader } from './OverlayPlan';
import type { RenderedFiles } from './RenderedApplication';

/** How the kustomization of a skeleton names the base, which only the layout of the repository knows. */
const placeholder = 'base';

/** Plans the overlay of one stage. One that is there is taken as it is. */
export async function planOverlay(
  repository: RepositoryReader,
  plan: OverlayPlan,
  overlay: { folder: string; base: string; files: RenderedFiles },
): Promise<void> {
  const { folder, base, files } = overlay;
  const there = await repository.list(folder);
  if (there.some(name => !name.endsWith('/'))) {
    plan.kept.push(`${folder} is there and stays as it is`);
    return;
  }
  for (const [name, text] of Object.entries(files)) {
    const path = posix.join(folder, name);
    plan.files.push({
      path,
      text: kustomizationNames.includes(name)
        ? withBase(path, text, base)
        : text,
    });
  }
}

/** The kustomization of an overlay with its base among the resources. */
function withBase(path: string, text: string, base: string): string {
  const kustomization = readKustomization(path, text);
  const index = kustomization.resources.indexOf(placeholder);
  if (index < 0) {
    return addResource(kustomization, base);
  }
  const value = posix.relative(posix.dirname(path), base);
  return editYaml(text, [{ op: 'set', path: ['resources', index], value }])
    .text;
}
