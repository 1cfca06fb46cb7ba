import type { GitPullRequest } from '@fleetcommander/backstage-plugin-fleet-node';

/** Whether a pull request lies on a branch that brings something new. */
export function isCreation({ branch }: Pick<GitPullRequest, 'branch'>) {
  return /^fleet\/create\//.test(branch);
}
