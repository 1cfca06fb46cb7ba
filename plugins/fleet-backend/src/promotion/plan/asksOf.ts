import type { StageConfig } from '../../clusters/config/pipelineSchema';
import { teamsOfGates } from '../gates/teamsOfGates';

/** Who is asked to look at a promotion, and in words for what. */
export function asksOf({
  gates,
  reviewers,
}: Pick<StageConfig, 'gates' | 'reviewers'>): {
  reviewers: string[];
  asks: string[];
} {
  const teams = teamsOfGates(gates).map(team => `team:${team}`);
  const all = [...new Set([...reviewers, ...teams])];
  const asks = all.map(who =>
    teams.includes(who)
      ? `${nameOf(who)} is asked to approve, as a gate wants it`
      : `${nameOf(who)} is asked to review`,
  );
  const count = gates.find(({ gate }) => gate === 'approvals')?.options.count;
  if (teams.length === 0 && gates.some(({ gate }) => gate === 'approvals')) {
    asks.push(
      `${
        typeof count === 'number' ? count : 1
      } other than who asks has to approve`,
    );
  }
  if (gates.some(({ gate }) => gate === 'owners')) {
    asks.push('The owners that CODEOWNERS names have to approve');
  }
  return { reviewers: all, asks };
}

function nameOf(who: string): string {
  return who.replace(/^team:/, 'team ');
}
