import {
  GitError,
  type GitHost,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';

/** Logins of a team. @throws GitError, with what to do, where the host does not tell. */
export async function membersOf(
  host: GitHost,
  repository: GitRepository,
  slug: string,
): Promise<string[]> {
  const members = await host.teamMembers(repository, slug);
  if (!members) {
    throw new GitError(
      'not-allowed',
      `${repository.owner} has no team ${slug}, or the credentials of its integration need Members: read`,
    );
  }
  return members;
}
