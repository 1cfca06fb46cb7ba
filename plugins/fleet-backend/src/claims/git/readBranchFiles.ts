import type {
  GitHost,
  GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { isClaimFile } from './claimsFolder';
import type { RepositoryNews, RepositoryState } from './FollowedRepository';
import { findClaims } from './findClaims';

const mostFiles = 3_000;
const mostBytes = 50_000_000;

/** The claims that a branch has, where it has moved; they are read anew where something moved in their folder. */
export async function readBranchFiles(
  { host, repository }: { host: GitHost; repository: GitRepository },
  { base, folder }: { base: string; folder: string },
  known: RepositoryState,
): Promise<RepositoryNews['branch']> {
  const head = await host.headOf(repository, base);
  if (head === known.head) {
    return undefined;
  }
  if (known.head && !(await isTouched(known.head))) {
    return { head };
  }
  const { files, complete } = await host.readFiles(repository, folder, head, {
    wanted: path => isClaimFile(path, folder),
    mostFiles,
    mostBytes,
  });
  const found = findClaims(files, 'update');
  if (!complete) {
    found.problems.push({
      path: folder,
      problem: `has more than ${mostFiles} files or ${
        mostBytes / 1_000_000
      } MB of claims, of which some are not read`,
    });
  }
  return { head, files: found };

  async function isTouched(from: string): Promise<boolean> {
    try {
      const { commits, diverged } = await host.commits(repository, {
        paths: [folder],
        from,
        to: head,
      });
      return diverged || commits.length > 0;
    } catch {
      // What was there before is gone, as after a force-push.
      return true;
    }
  }
}
