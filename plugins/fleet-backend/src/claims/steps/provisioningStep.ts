import type { ClaimFacts, StepFinding } from './ClaimFacts';

/** Whether everything that it is made of is ready. */
export function provisioningStep({
  onHub,
  hub,
  tree,
}: ClaimFacts): StepFinding {
  if (!onHub) {
    return { state: 'waiting', summary: `Begins when ${hub} has it.` };
  }
  if (!tree) {
    return { state: 'unknown', summary: 'What it is made of is being read.' };
  }
  const { state, ready, total, failing, items } = tree;
  const counted = `${ready} of ${total} ready`;
  const common = { startedAt: tree.createdAt, items };
  if (tree.deleting) {
    return { ...common, state: 'active', summary: 'It is being deleted.' };
  }
  switch (state) {
    case 'healthy':
      return {
        ...common,
        state: 'done',
        summary: `${counted}.`,
        endedAt: tree.readyAt,
      };
    case 'failing':
    case 'degraded':
      return {
        ...common,
        state: 'failing',
        summary: `${counted}. ${tree.summary}`,
      };
    case 'suspended':
      return {
        ...common,
        state: 'unknown',
        summary: `${counted}. It is paused: nobody provisions further.`,
      };
    default:
      return {
        ...common,
        state: 'active',
        summary: failing
          ? `${counted}; waits for ${failing.kind} ${failing.name}: ${failing.summary}`
          : `${counted}.`,
      };
  }
}
