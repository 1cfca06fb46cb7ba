import type {
  GatePullRequest,
  GitBranchRules,
  GitFileOwners,
  GitPullRequestCommit,
  GitReview,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { BranchLack } from '../follow/KeptPromotion';
import { approvalOfOwner } from '../gates/approvalOfOwner';
import { lastWords } from '../gates/approvalsOf';
import { isSameLogin } from '../people/isSameLogin';
import type { People } from '../people/People';
import { personOf } from '../people/personOf';
import { personWords } from '../people/personWords';

/**
 * What the branch itself demands of a pull request and has not got, as far as the Git host tells: a promotion whose gates are open cannot
 * be merged before. A host counts more approvals than gates do: of a requester who had a machine open it, and of what it was before.
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
): BranchLack[] {
  const { pullRequest, people, rules, reviews, owners, checks, commits } =
    request;
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
    words && lackingApprovals(words, rules.known, people),
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
      ? lackingSignatures(commits.known, people)
      : undefined,
  ].flatMap(lack =>
    lack ? { ...lack, summary: `${base} requires ${lack.summary}` } : [],
  );
}

function lackingApprovals(
  words: readonly GitReview[],
  { requiredApprovals = 0 }: GitBranchRules,
  people: People,
): BranchLack | undefined {
  const approved = words.filter(({ state }) => state === 'approved').length;
  const against = words
    .filter(({ state }) => state === 'changes-requested')
    .map(({ login }) => login);
  if (requiredApprovals > 0 && against.length > 0) {
    return {
      summary: `that ${against.join(', ')} no longer asks for changes`,
      waitsFor: against.map(login => personOf(login, people)),
    };
  }
  return approved < requiredApprovals
    ? {
        summary: `${requiredApprovals} ${
          requiredApprovals === 1 ? 'approval' : 'approvals'
        }, and has ${approved}`,
        // Of whoever may write, and not of who asks for it.
        waitsFor: [],
      }
    : undefined;
}

function lackingOwners(
  words: readonly GitReview[],
  { rules }: GitFileOwners,
  request: Pick<GatePullRequest, 'teams' | 'people'>,
): BranchLack | undefined {
  const approved = words.filter(({ state }) => state === 'approved');
  const lacking = rules.filter(rule => {
    const { by, unknown } = approvalOfOwner(rule, approved, request);
    const mayBe = unknown.length > 0 && approved.length > 0;
    return rule.owners.length > 0 && !by && !mayBe;
  });
  const awaited = [...new Set(lacking.flatMap(({ owners }) => owners))];
  return awaited.length > 0
    ? {
        summary: `that an owner of what changes approves: ${awaited
          .map(owner => personWords(owner, request.people))
          .join(', ')}`,
        waitsFor: awaited.map(owner => personOf(owner, request.people)),
      }
    : undefined;
}

function lackingChecks(
  passed: readonly string[],
  { requiredChecks = [] }: GitBranchRules,
): BranchLack | undefined {
  const open = requiredChecks
    .map(({ name }) => name)
    .filter(name => !passed.includes(name));
  return open.length > 0
    ? {
        summary: `that ${open.join(', ')} ${
          open.length === 1 ? 'passes' : 'pass'
        }`,
        waitsFor: [],
      }
    : undefined;
}

function lackingSignatures(
  commits: readonly GitPullRequestCommit[],
  people: People,
): BranchLack | undefined {
  const [unsigned] = commits.filter(({ verified }) => !verified);
  return (
    unsigned && {
      summary: `that commit ${unsigned.revision.slice(0, 7)} is signed`,
      waitsFor: [personOf(unsigned.committer, people)],
    }
  );
}
