import type { ClaimFacts, StepFinding } from './ClaimFacts';

/** Whether the hub has it. */
export function claimedStep(facts: ClaimFacts): StepFinding {
  const { title, hub, onHub, appliedBy, inGit, tree } = facts;
  if (onHub) {
    return {
      state: 'done',
      summary: appliedBy
        ? `${title} is on ${hub}, applied by ${appliedBy.title}.`
        : `${title} is on ${hub}.`,
      endedAt: tree?.createdAt,
    };
  }
  if (!inGit) {
    return { state: 'waiting', summary: 'Not in Git yet.' };
  }
  if (!appliedBy) {
    return {
      state: 'active',
      summary: `Git has it; ${hub} does not yet, and nothing on ${hub} is known to apply its folder.`,
    };
  }
  const { state, summary, message } = appliedBy;
  switch (state) {
    case 'failing':
    case 'degraded':
      return {
        state: 'failing',
        summary: `${appliedBy.title} cannot apply it: ${message ?? summary}`,
      };
    case 'suspended':
      return {
        state: 'failing',
        summary: `${appliedBy.title}, which is to apply it, is suspended.`,
      };
    default:
      return {
        state: 'active',
        summary: `Git has it; waits for ${appliedBy.title} to apply it.`,
      };
  }
}
