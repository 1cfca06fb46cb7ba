import type { Octokit } from '@octokit/rest';
import type {
  GitBranchRules,
  GitCheckReporter,
  GitRequiredCheck,
} from '../../GitBranchRules';
import { GitError } from '../../GitError';
import type { GithubAddress } from '../GithubAddress';
import { githubAnswer, isThrottled } from '../githubAnswer';
import type { OwnApp } from '../readApp';
import type { GuardCheck } from './GuardRules';
import { readProtection } from './readProtection';
import { readRulesets } from './readRulesets';

/** What GitHub's two ways of guarding a branch demand together: rulesets, and the older protection. */
export async function readBranchRules(
  octokit: Octokit,
  address: GithubAddress,
  branch: string,
  ownApp: OwnApp,
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
  return {
    requiredChecks: checks && requiredOf(checks, ownApp),
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

/** Where one of the two takes it from one App alone, that holds. */
function requiredOf(
  checks: readonly GuardCheck[],
  ownApp: OwnApp,
): GitRequiredCheck[] {
  return [...new Set(checks.map(({ context }) => context))].map(name => {
    const apps = checks.flatMap(({ context, app }) =>
      context === name ? app ?? [] : [],
    );
    return { name, from: reporterOf(apps, ownApp) };
  });
}

function reporterOf(apps: readonly number[], ownApp: OwnApp): GitCheckReporter {
  if (apps.length === 0) {
    return 'anybody';
  }
  if (ownApp === 'unknown') {
    return 'unknown';
  }
  return apps.every(app => app === ownApp) ? 'own-app' : 'another-app';
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
