import type { OverlayPlan, RepositoryReader } from './OverlayPlan';

/** Plans the file that describes an application to the catalog. One that is there is taken as it is. */
export async function planComponent(
  repository: RepositoryReader,
  plan: OverlayPlan,
  { path, text }: { path: string; text: string },
): Promise<void> {
  if ((await repository.inGit(path)) === undefined) {
    plan.files.push({ path, text });
  } else {
    plan.kept.push(`${path} is there and stays as it is`);
  }
}
