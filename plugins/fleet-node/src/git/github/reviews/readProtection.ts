import type { Octokit, RestEndpointMethodTypes } from '@octokit/rest';
import type { GithubAddress } from '../GithubAddress';
import { githubAnswer, isThrottled } from '../githubAnswer';
import type { GuardRules } from './GuardRules';
import { hasNoRules } from './readRulesets';

type Branch = RestEndpointMethodTypes['repos']['getBranch']['response']['data'];

/** What the protection of a branch demands, as far as we are told: all of it needs a right that few credentials have. */
export async function readProtection(
  octokit: Octokit,
  address: GithubAddress,
  { name, protection }: Branch,
): Promise<GuardRules> {
  const demanded = protection.required_status_checks;
  const requiredChecks =
    demanded?.enforcement_level === 'off'
      ? []
      : (demanded?.contexts ?? []).map(context => ({
          context,
          app: appOf(demanded?.checks ?? [], context),
        }));
  const nothing = {
    requiredApprovals: 0,
    requiresOwners: false,
    requiresSignatures: false,
  };
  if (protection.enabled === false) {
    return { requiredChecks, ...nothing };
  }
  try {
    const { data } = await octokit.rest.repos.getBranchProtection({
      ...address,
      branch: name,
    });
    const reviews = data.required_pull_request_reviews;
    return {
      requiredChecks,
      requiredApprovals: reviews?.required_approving_review_count ?? 0,
      requiresOwners: reviews?.require_code_owner_reviews ?? false,
      requiresSignatures: data.required_signatures?.enabled ?? false,
    };
  } catch (error) {
    const answer = githubAnswer(error);
    if (isThrottled(answer)) {
      throw error;
    }
    if (
      hasNoRules(answer) ||
      (answer.status === 404 && /branch not protected/i.test(answer.message))
    ) {
      return { requiredChecks, ...nothing };
    }
    if (answer.status === 403 || answer.status === 404) {
      return {
        requiredChecks,
        unknown:
          'the credentials may not read how many approvals the protection of the branch demands: give them Administration: read',
      };
    }
    throw error;
  }
}

/** GitHub says -1 where any may report it. */
function appOf(
  checks: readonly { context: string; app_id?: number | null }[],
  context: string,
): number | undefined {
  const app = checks.find(check => check.context === context)?.app_id ?? -1;
  return app > 0 ? app : undefined;
}
