import type {
  GatePullRequest,
  GitBranchRules,
  GitFileOwners,
  GitReview,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { approvalOfOwner } from '../gates/approvalOfOwner';
import { lastWords } from '../gates/approvalsOf';
import { isSameLogin } from '../people/isSameLogin';
import { personWords } from '../people/personWords';

/**
 * What the branch itself demands of a pull request and has not got, in words, as far as the Git host tells: a promotion whose gates are
 * open cannot be merged before. A host counts more approvals than gates do: of a requester who had a machine open it, and of what it was
 * before.
 */
export function branchLacks(
  request: Pick<
    GatePullRequest,
    | 'pullRequest'
    | 'rules'
    | 'reviews'
    | 'owners'
    | 'teams'
    | 'people'
    | 'checks'
    | 'commits'
  >,
): string[] {
  const { pullRequest, rules, reviews, owners, checks, commits } = request;
  if ('unknown' in rules) {
    return [];
  }
  const { base, author } = pullRequest;
  const words =
    'known' in reviews
      ? lastWords(reviews.known).filter(
          ({ login }) => !isSameLogin(login, author),
        )
      : undefined;
  return [
    words && lackingApprovals(words, rules.known),
    words && rules.known.requiresOwners && 'known' in owners
      ? lackingOwners(words, owners.known, request)
      : undefined,
    'known' in checks
      ? lackingChecks(
          checks.known.flatMap(({ name, state }) =>
            state === 'passed' ? name : [],
          ),
          rules.known,
        )
      : undefined,
    rules.known.requiresSignatures && 'known' in commits
      ? lackingSignatures(commits.known)
      : undefined,
  ].flatMap(lack => (lack ? `${base} requires ${lack}` : []));
}

function lackingApprovals(
  words: readonly GitReview[],
  { requiredApprovals = 0 }: GitBranchRules,
): string | undefined {
  const approved = words.filter(({ state }) => state === 'approved').length;
  const against = words
    .filter(({ state }) => state === 'changes-requested')
    .map(({ login }) => login);
  if (requiredApprovals > 0 && against.length > 0) {
    return `that ${against.join(', ')} no longer asks for changes`;
  }
  return approved < requiredApprovals
    ? `${requiredApprovals} ${
        requiredApprovals === 1 ? 'approval' : 'approvals'
      }, and has ${approved}`
    : undefined;
}

function lackingOwners(
  words: readonly GitReview[],
  { rules }: GitFileOwners,
  request: Pick<GatePullRequest, 'teams' | 'people'>,
): string | undefined {
  const approved = words.filter(({ state }) => state === 'approved');
  const lacking = rules.filter(rule => {
    const { by, unknown } = approvalOfOwner(rule, approved, request);
    const mayBe = unknown.length > 0 && approved.length > 0;
    return rule.owners.length > 0 && !by && !mayBe;
  });
  const awaited = [...new Set(lacking.flatMap(({ owners }) => owners))];
  return awaited.length > 0
    ? `that an owner of what changes approves: ${awaited
        .map(owner => personWords(owner, request.people))
        .join(', ')}`
    : undefined;
}

function lackingChecks(
  passed: readonly string[],
  { requiredChecks = [] }: GitBranchRules,
): string | undefined {
  const open = requiredChecks
    .map(({ name }) => name)
    .filter(name => !passed.includes(name));
  return open.length > 0
    ? `that ${open.join(', ')} ${open.length === 1 ? 'passes' : 'pass'}`
    : undefined;
}

function lackingSignatures(
  commits: readonly { revision: string; verified: boolean }[],
): string | undefined {
  const [unsigned] = commits.filter(({ verified }) => !verified);
  return unsigned && `that commit ${unsigned.revision.slice(0, 7)} is signed`;
}
