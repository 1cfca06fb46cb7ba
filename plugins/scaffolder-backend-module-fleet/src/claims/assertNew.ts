import { ConflictError } from '@backstage/errors';
import type { RepositoryWorkspace } from '../repository/RepositoryWorkspace';

/** Throws ConflictError where Git has one of the files: a claim that is merged and not applied yet is not on the hub. */
export async function assertNew(
  workspace: RepositoryWorkspace,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    if ((await workspace.inGit(path)) !== undefined) {
      throw new ConflictError(
        `There is a file ${workspace.urlOf(
          path,
        )} already: take another name, or change that claim`,
      );
    }
  }
}
