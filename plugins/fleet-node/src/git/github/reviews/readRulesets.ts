import type { Octokit } from '@octokit/rest';
import type { GuardRules } from './GuardRules';
import type { GithubAddress } from '../GithubAddress';
import { githubAnswer, isThrottled } from '../githubAnswer';
import { allPages } from '../allPages';

const mostPages = 5;
const none: GuardRules = {
  requiredChecks: [],
  requiredApprovals: 0,
  requiresOwners: false,
  requiresSignatures: false,
};

/** What the rulesets of a repository and of its organization demand of a branch: whoever reads the repository may read them. */
export async function readRulesets(
  octokit: Octokit,
  address: GithubAddress,
  branch: string,
): Promise<GuardRules> {
  try {
    const rules = await allPages('rules of the branch', mostPages, at =>
      octokit.rest.repos.getBranchRules({ ...address, branch, ...at }),
    );
    return rules.reduce<GuardRules>((known, rule) => {
      switch (rule.type) {
        case 'required_signatures':
          return { ...known, requiresSignatures: true };
        case 'required_status_checks':
          return {
            ...known,
            requiredChecks: [
              ...(known.requiredChecks ?? []),
              ...(rule.parameters?.required_status_checks ?? []).map(
                ({ context, integration_id: app }) => ({ context, app }),
              ),
            ],
          };
        case 'pull_request':
          return {
            ...known,
            requiredApprovals: Math.max(
              known.requiredApprovals ?? 0,
              rule.parameters?.required_approving_review_count ?? 0,
            ),
            requiresOwners:
              known.requiresOwners ||
              (rule.parameters?.require_code_owner_review ?? false),
          };
        default:
          return known;
      }
    }, none);
  } catch (error) {
    const answer = githubAnswer(error);
    if (isThrottled(answer)) {
      throw error;
    }
    if (answer.status === 404 || hasNoRules(answer)) {
      // An older GitHub Enterprise has no rulesets, and so none that demand anything.
      return none;
    }
    if (answer.status === 403) {
      return {
        unknown:
          'the credentials may not read the rules of the branch: give them Metadata: read',
      };
    }
    throw error;
  }
}

/** Where the plan of a private repository has no rules, none of them holds. */
export function hasNoRules({
  status,
  message,
}: {
  status: number;
  message: string;
}): boolean {
  return status === 403 && /^Upgrade to /i.test(message);
}
