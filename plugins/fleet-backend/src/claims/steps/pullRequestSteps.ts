import type { ClaimFacts, StepFinding } from './ClaimFacts';

/** The pull request that brought the claim, or is to bring it. */
function orderOf({ pullRequests }: ClaimFacts) {
  return pullRequests.find(({ change }) => change === 'create');
}

/** Whether somebody has asked for the claim in Git. */
export function pullRequestStep(facts: ClaimFacts): StepFinding {
  const order = orderOf(facts);
  if (order) {
    const { number, author, createdAt, url } = order;
    return {
      state: 'done',
      summary: `#${number}, opened by ${author}`,
      startedAt: createdAt,
      endedAt: createdAt,
      links: [{ title: `Pull request #${number}`, url }],
    };
  }
  return {
    state: 'skipped',
    summary: facts.gitProblem
      ? `None is known, and Git cannot be asked now: ${facts.gitProblem}`
      : 'None is known that brought it.',
  };
}

/** Whether it was let in. */
export function mergedStep(facts: ClaimFacts): StepFinding {
  const order = orderOf(facts);
  if (!order) {
    return facts.inGit
      ? { state: 'done', summary: 'Git has it.' }
      : {
          state: 'skipped',
          summary: 'No repository that is followed has it.',
        };
  }
  const { state, number, createdAt, endedAt, endedBy, url } = order;
  const who = endedBy ? ` by ${endedBy}` : '';
  const common = {
    startedAt: createdAt,
    links: [{ title: `Pull request #${number}`, url }],
  };
  switch (state) {
    case 'merged':
      return {
        ...common,
        state: 'done',
        summary: `#${number} was merged${who}.`,
        endedAt,
      };
    case 'closed':
      return {
        ...common,
        state: facts.onHub || facts.inGit ? 'skipped' : 'failing',
        summary: `#${number} was closed${who} without being merged.`,
        endedAt,
      };
    default:
      return {
        ...common,
        // On the hub before it was let in: somebody applied it by hand.
        state: facts.onHub ? 'skipped' : 'active',
        summary: facts.gitProblem
          ? `#${number} was open when Git last answered: ${facts.gitProblem}`
          : order.summary,
      };
  }
}
