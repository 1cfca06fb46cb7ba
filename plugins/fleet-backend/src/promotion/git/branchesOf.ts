import {
  GitError,
  type GitHost,
  type GitRepository,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';
import type { PromotionRules } from '../PromotionRules';
import type { ReadableBranch } from './readBranch';

/**
 * The branches of a repository that say something of promotions. Where each environment has one, it is called by the environment's name,
 * its directory or another of its words; one that has none is left out.
 */
export async function branchesOf(
  { host, repository }: { host: GitHost; repository: GitRepository },
  { branch, layout }: Pick<RepositoryConfig, 'branch' | 'layout'>,
  environments: PromotionRules['environments'],
): Promise<ReadableBranch[]> {
  const base = branch ?? (await host.defaultBranch(repository));
  if (!layout.overlay) {
    return [];
  }
  if (!layout.branch) {
    return [{ branch: base, hasOverlays: true, hasFreezes: true }];
  }
  const branches: ReadableBranch[] = [];
  for (const { name, directory, words } of environments) {
    const candidates = [...new Set([name, directory, ...words])].map(word =>
      layout.branch!.replaceAll('{environment}', word),
    );
    const found = await firstOf(candidates);
    if (found) {
      branches.push({
        ...found,
        environment: name,
        hasOverlays: true,
        hasFreezes: found.branch === base,
      });
    }
  }
  return branches.some(({ hasFreezes }) => hasFreezes)
    ? branches
    : [{ branch: base, hasOverlays: false, hasFreezes: true }, ...branches];

  async function firstOf(
    names: string[],
  ): Promise<Pick<ReadableBranch, 'branch' | 'head'> | undefined> {
    for (const name of names) {
      try {
        return { branch: name, head: await host.headOf(repository, name) };
      } catch (error) {
        if (
          !(error instanceof GitError) ||
          !['not-found', 'revision-gone'].includes(error.problem)
        ) {
          throw error;
        }
      }
    }
    return undefined;
  }
}
