import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { GitError } from '@fleetcommander/backstage-plugin-fleet-node';

/** What somebody else changed meanwhile: asked again, it may well be answered. */
const conflicts = ['base-moved', 'branch-taken', 'moved', 'revision-gone'];

/** What a Git host does not answer, in the words of HTTP. The caller's own rights are not what is missing. */
export async function orGitAnswer<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof GitError)) {
      throw error;
    }
    throw conflicts.includes(error.problem)
      ? new ConflictError(error.message, error)
      : new ServiceUnavailableError(error.message, error);
  }
}
