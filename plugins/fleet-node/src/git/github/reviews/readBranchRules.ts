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
): Promise<GitBranchRules> {
  const [rulesets, protection] = await Promise.all([
    readRulesets(octokit, address, branch),
    findBranch(octokit, address, branch).then(found =>
      readProtection(octokit, address, found),
    ),
  ]);
  const unknown = [rulesets.unknown, protection.unknown].filter(Boolean);
  return {
    requiredChecks: both(
      rulesets.requiredChecks,
      protection.requiredChecks,
      (one, other) => [...new Set([...one, ...other])],
    ),
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
