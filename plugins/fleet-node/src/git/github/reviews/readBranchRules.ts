import type { Octokit } from '@octokit/rest';
import type { GitBranchRules } from '../../GitBranchRules';
import { GitError } from '../../GitError';
import type { GithubAddress } from '../GithubAddress';
import { githubAnswer, isThrottled } from '../githubAnswer';
import { readProtection } from './readProtection';
import { readRulesets } from './readRulesets';

/** What GitHub's two ways of guarding a branch demand together: rulesets, and the older protection. */
export async function readBranchRules(
  octokit: Octokit,
  address: GithubAddress,
  branch: string,
  /** Id of the App that asks, where it is one. */
  ownApp: number | undefined,
): Promise<GitBranchRules> {
  const [rulesets, protection] = await Promise.all([
    readRulesets(octokit, address, branch),
    findBranch(octokit, address, branch).then(found =>
      readProtection(octokit, address, found),
    ),
  ]);
  const unknown = [rulesets.unknown, protection.unknown].filter(Boolean);
  const checks = both(
    rulesets.requiredChecks,
    protection.requiredChecks,
    (one, other) => [...one, ...other],
  );
  // Where one of the two takes it from our App alone, that holds.
  const ours = new Set(
    checks?.flatMap(({ context, app }) =>
      app !== undefined && app === ownApp ? context : [],
    ),
  );
  const requiredChecks = checks && [
    ...new Set(checks.map(({ context }) => context)),
  ];
  const openChecks = requiredChecks?.filter(context => !ours.has(context));
  return {
    requiredChecks,
    openChecks: openChecks?.length ? openChecks : undefined,
    requiredApprovals: both(
      rulesets.requiredApprovals,
      protection.requiredApprovals,
      Math.max,
    ),
    requiresOwners: both(
      rulesets.requiresOwners,
      protection.requiresOwners,
      (one, other) => one || other,
    ),
    requiresSignatures: both(
      rulesets.requiresSignatures,
      protection.requiresSignatures,
      (one, other) => one || other,
    ),
    unknown: unknown.length > 0 ? unknown.join('; ') : undefined,
  };
}

/** What is known of one half alone says nothing of the whole. */
function both<T>(
  one: T | undefined,
  other: T | undefined,
  join: (one: T, other: T) => T,
): T | undefined {
  return one === undefined || other === undefined
    ? undefined
    : join(one, other);
}

async function findBranch(
  octokit: Octokit,
  address: GithubAddress,
  branch: string,
) {
  try {
    const { data } = await octokit.rest.repos.getBranch({ ...address, branch });
    return data;
  } catch (error) {
    const answer = githubAnswer(error);
    if (
      answer.status === 404 &&
      /branch not found/i.test(answer.message) &&
      !isThrottled(answer)
    ) {
      throw new GitError(
        'base-missing',
        `${address.owner}/${address.repo} has no branch ${branch}: name one that is there`,
      );
    }
    throw error;
  }
}
